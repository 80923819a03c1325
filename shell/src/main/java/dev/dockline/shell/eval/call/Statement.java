package dev.dockline.shell.eval.call;

import dev.dockline.shell.eval.Outcome.Form;

/**
 * A value, or a variable that is declared with it or that it is put into.
 *
 * @param form what becomes of the value
 * @param variable the variable, or null
 * @param value the value
 * @param lacks where a semicolon should stand that does not, or -1
 * @param end the offset behind it, its semicolon included, and behind a comment that ends the text
 */
public record Statement(Form form, String variable, Expression value, int lacks, int end) {
    /** It alone, as a compiler takes it, of the text that it was read from. */
    public String in(String text) {
        return lacks < 0 ? text.substring(0, end) : text.substring(0, lacks) + ";" + text.substring(lacks, end);
    }

    /** The one that a text begins with; null where that is anything but calls, or not whole. */
    public static Statement first(String text) {
        return new Parser(text).statement();
    }
}
