package dev.dockline.shell.eval;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs Java text snippet by snippet. One thread evaluates at a time; any thread may interrupt. */
public interface Evaluator extends AutoCloseable {

    /** Starts JShell with its imports, without waiting for it. */
    void warm();

    /** Starts it where a text takes it, as far as can be told from the text alone. */
    void warmFor(String text);

    /** Takes the text of that origin apart into snippets; the last may be incomplete. */
    List<Piece> split(String origin, String text);

    /** Runs one snippet to its end, or to its interruption. */
    Outcome eval(Piece piece);

    /** Runs work that may call into the user's classes, such as their toString, under the same rules as a snippet. */
    Outcome call(Callable<?> work);

    /** Suggests how the text may go on at the cursor; nothing while a snippet runs. */
    Suggestions complete(String text, int cursor);

    /** The type of an expression as it would be now, unless it has none or a snippet runs. */
    Optional<String> typeOf(String expression);

    /** What a variable holds now, unless that is null or a snippet runs. */
    Optional<Object> valueOf(String variable);

    /** The variables there are, a list of {@link Variable}, whose values are the user's classes' own texts. */
    Outcome variables();

    /** The declarations that use what nothing declares, which is an error only when they are used. */
    List<Unresolved> unresolved();

    /** Forgets all that was declared. */
    void reset();

    /** Ends what runs now: gently, then by force, then by leaving it behind. False if nothing runs. */
    boolean interrupt();

    @Override
    void close();

    /** A declaration, the name that it declares, and what is missing. */
    record Unresolved(Piece piece, String name, List<String> missing) {}

    /** A variable, and its value as JShell writes it. */
    record Variable(String name, String type, String value) {}

    /** Possible texts that replace what stands between the anchor and the cursor. */
    record Suggestions(List<String> texts, int anchor) {}
}
