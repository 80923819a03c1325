package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The tools' regular expressions, basic and extended, as the JDK's. */
final class Regex {
    private static final String SPECIAL_WHEN_ESCAPED = "+?|(){}";

    private final String text;
    private final boolean extended;
    private final StringBuilder regex = new StringBuilder();

    private Regex(String text, boolean extended) {
        this.text = text;
        this.extended = extended;
    }

    /** The same expression in the JDK's words. */
    static String translated(String text, boolean extended) {
        return new Regex(text, extended).translate();
    }

    static Pattern compile(String text, String translated, int flags, int code) throws ExitException {
        try {
            return Pattern.compile(translated, flags);
        } catch (PatternSyntaxException e) {
            throw new ExitException(code, "bad regex '" + text + "': " + e.getDescription());
        }
    }

    private String translate() {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '[') i = bracket(i);
            else if (c == '\\' && i + 1 < text.length()) escaped(text.charAt(++i));
            else if (!extended && SPECIAL_WHEN_ESCAPED.indexOf(c) >= 0)
                regex.append('\\').append(c);
            else if (!extended && c == '*' && isAtStart()) regex.append("\\*");
            else regex.append(c);
        }
        return regex.toString();
    }

    private boolean isAtStart() {
        return regex.isEmpty() || regex.toString().equals("^");
    }

    // In a basic expression the backslash gives these characters their meaning; in an extended one it takes it away.
    private void escaped(char c) {
        if (!extended && SPECIAL_WHEN_ESCAPED.indexOf(c) >= 0) regex.append(c);
        else regex.append('\\').append(c);
    }

    // Within brackets nothing is special but the closing one, which may come first, and a class's name.
    private int bracket(int start) {
        var i = start + 1;
        regex.append('[');
        if (i < text.length() && text.charAt(i) == '^') {
            regex.append('^');
            i++;
        }
        for (var first = i; i < text.length() && (text.charAt(i) != ']' || i == first); i++) {
            var end = text.startsWith("[:", i) ? text.indexOf(":]", i) : -1;
            if (end > 0) {
                regex.append(named(text.substring(i + 2, end)));
                i = end + 1;
            } else {
                if ("[]\\&".indexOf(text.charAt(i)) >= 0) regex.append('\\');
                regex.append(text.charAt(i));
            }
        }
        regex.append(']');
        return i;
    }

    private static String named(String name) {
        return "\\p{"
                + (name.equals("xdigit") ? "XDigit" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                + "}";
    }
}
