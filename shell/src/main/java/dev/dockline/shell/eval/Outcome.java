package dev.dockline.shell.eval;

import java.util.List;

/** What became of one snippet. */
public sealed interface Outcome {

    /** Whether what was meant to follow should not. */
    default boolean isFailure() {
        return this instanceof Continued continued
                ? continued.outcome().isFailure()
                : this instanceof Rejected
                        || this instanceof Threw
                        || this instanceof Interrupted
                        || this instanceof Failed;
    }

    /** An expression's value, or a variable's after its declaration or assignment; the name is the variable's. */
    record Value(Object value, String type, String name, Form form) implements Outcome {}

    /** How a value came about, which decides whether it is worth printing. */
    enum Form {
        EXPRESSION,
        ASSIGNMENT,
        DECLARATION
    }

    /** A statement, an import, or a method or class declared. */
    record Done() implements Outcome {}

    /** A dot line went on with the line above; the source is what ran in its place. */
    record Continued(Outcome outcome, String source) implements Outcome {}

    /** It does not compile. */
    record Rejected(List<Problem> problems) implements Outcome {}

    /** It threw. The lines are those of the snippets on the stack, innermost first. */
    record Threw(Throwable error, List<At> stack) implements Outcome {}

    /** A line of a text that snippets came from, counted from 1. */
    record At(String origin, int line) {}

    /** Ctrl-C ended it, or, if left behind, only the wait for it. */
    record Interrupted(boolean leftBehind) implements Outcome {}

    /** It failed and has said why. */
    record Failed() implements Outcome {}

    /** It called {@code exit}. */
    record Exited(int code) implements Outcome {}
}
