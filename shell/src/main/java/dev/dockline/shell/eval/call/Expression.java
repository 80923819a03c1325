package dev.dockline.shell.eval.call;

import java.util.List;

/** What a snippet that only calls is made of. */
sealed interface Expression {

    /** A string, an int or a boolean. */
    record Literal(Object value, Class<?> type) implements Expression {}

    /** A variable or a constant. */
    record Name(String text) implements Expression {}

    /**
     * A method called on a receiver, which is null for a word that is called by itself.
     *
     * @param offset where the bracket of the arguments stands, whose line is that of the call for a Java compiler, too
     */
    record Call(Expression receiver, String name, List<Expression> arguments, int offset) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
