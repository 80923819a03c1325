package dev.dockline.embedded.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words of an instruction: quotes taken away, {@code $NAME}, {@code ${NAME:-otherwise}} and {@code ${NAME:+then}} put in. */
final class Words {
    private final String text;
    private final Map<String, String> variables;
    private int at;

    private Words(String text, Map<String, String> variables) {
        this.text = text;
        this.variables = variables;
    }

    static List<String> of(String text, Map<String, String> variables) {
        var words = new Words(text, variables);
        var all = new ArrayList<String>();
        while (words.skipSpace()) all.add(words.word());
        return all;
    }

    /** The whole text as one word. */
    static String one(String text, Map<String, String> variables) {
        return String.join(" ", of(text, variables));
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at < text.length();
    }

    private String word() {
        var word = new StringBuilder();
        var quote = '\0';
        for (; at < text.length(); at++) {
            var c = text.charAt(at);
            if (quote == '\0' && Character.isWhitespace(c)) break;
            if (c == quote) quote = '\0';
            else if (quote == '\0' && (c == '"' || c == '\'')) quote = c;
            else if (c == '\\' && quote != '\'' && at + 1 < text.length()) word.append(text.charAt(++at));
            else if (c == '$' && quote != '\'') word.append(variable());
            else word.append(c);
        }
        return word.toString();
    }

    // Leaves the place at the last character of the variable.
    private String variable() {
        var next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next == '{') {
            var end = text.indexOf('}', at);
            if (end < 0) return "$";
            var inside = text.substring(at + 2, end);
            at = end;
            return braced(inside);
        }
        var end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) end++;
        if (end == at + 1) return "$";
        var name = text.substring(at + 1, end);
        at = end - 1;
        return variables.getOrDefault(name, "");
    }

    private String braced(String inside) {
        var colon = inside.indexOf(':');
        if (colon < 0 || colon + 1 == inside.length()) return variables.getOrDefault(inside, "");
        var value = variables.getOrDefault(inside.substring(0, colon), "");
        var word = inside.substring(colon + 2);
        return switch (inside.charAt(colon + 1)) {
            case '-' -> value.isEmpty() ? word : value;
            case '+' -> value.isEmpty() ? "" : word;
            default -> value;
        };
    }
}
