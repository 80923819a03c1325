package dev.dockline.shell.eval;

import java.util.Locale;
import jdk.jshell.Diag;

/** One complaint of the compiler, at a line and column of the snippet, both counted from 1. */
public record Problem(String message, int line, int column, String text) {

    static Problem of(Diag diag, String source) {
        var position = (int) Math.max(0, diag.getPosition());
        // Of a call on something, the compiler points at the dot before the name.
        var member = position < source.length() && source.charAt(position) == '.';
        return at(diag.getMessage(Locale.ENGLISH), source, member ? position + 1 : position);
    }

    /** One at a place of a source. */
    public static Problem at(String message, String source, int position) {
        var offset = Math.min(position, source.length());
        var start = source.lastIndexOf('\n', offset - 1) + 1;
        var end = source.indexOf('\n', start);
        var text = source.substring(start, end < 0 ? source.length() : end);
        var line = 1
                + (int) source.substring(0, start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Problem(message, line, 1 + Math.min(offset - start, text.length()), text);
    }
}
