package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.program.ExitException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Turns words as written into the words a command gets: values put in, split at blanks, matched against files. */
final class Expander {
    /** Runs the script of a command substitution, for its output. */
    interface Substitution {
        String output(String script) throws IOException, InterruptedException;
    }

    private final State state;
    private final FileView files;
    private final Substitution substitution;

    Expander(State state, FileView files, Substitution substitution) {
        this.state = state;
        this.files = files;
        this.substitution = substitution;
    }

    List<String> fields(List<Word> words) throws IOException, InterruptedException {
        var all = new ArrayList<String>();
        for (var word : words) {
            for (var field : split(word)) all.addAll(matched(field));
        }
        return all;
    }

    /** One word, neither split nor matched. */
    String text(Word word) throws IOException, InterruptedException {
        var text = new StringBuilder();
        for (var part : word.parts())
            text.append(value(part, part == word.parts().get(0)));
        return text.toString();
    }

    /** One word as a pattern: what was quoted matches only itself. */
    String pattern(Word word) throws IOException, InterruptedException {
        var pattern = new StringBuilder();
        for (var part : word.parts()) {
            var value = value(part, false);
            pattern.append(part.quoted() ? escaped(value) : value);
        }
        return pattern.toString();
    }

    private static final class Field {
        final StringBuilder text = new StringBuilder();
        final StringBuilder pattern = new StringBuilder();
        boolean wanted;

        void add(String value, boolean quoted) {
            text.append(value);
            pattern.append(quoted ? escaped(value) : value);
            wanted |= quoted || !value.isEmpty();
        }
    }

    private List<Field> split(Word word) throws IOException, InterruptedException {
        var fields = new ArrayList<Field>(List.of(new Field()));
        for (var part : word.parts()) {
            if (part instanceof Word.Variable variable && variable.name().equals("@") && part.quoted()) {
                separate(fields, state.args);
                continue;
            }
            var value = value(part, part == word.parts().get(0));
            if (part.quoted() || part instanceof Word.Text) last(fields).add(value, part.quoted());
            else spread(fields, value);
        }
        fields.removeIf(field -> !field.wanted);
        return fields;
    }

    private static Field last(List<Field> fields) {
        return fields.get(fields.size() - 1);
    }

    private static void separate(List<Field> fields, List<String> values) {
        for (var i = 0; i < values.size(); i++) {
            if (i > 0) fields.add(new Field());
            last(fields).add(values.get(i), true);
        }
    }

    // Blanks among the separators count once however many they are; others each end a field, be it empty.
    private void spread(List<Field> fields, String value) {
        var separators = state.separators();
        var from = 0;
        for (var at = 0; at < value.length(); ) {
            var end = at;
            var hard = 0;
            while (end < value.length() && separators.indexOf(value.charAt(end)) >= 0) {
                if (!Character.isWhitespace(value.charAt(end)) && hard++ > 0) break;
                end++;
            }
            if (end == at) {
                at++;
                continue;
            }
            last(fields).add(value.substring(from, at), false);
            last(fields).wanted |= hard > 0;
            if (last(fields).wanted) fields.add(new Field());
            from = end;
            at = end;
        }
        last(fields).add(value.substring(from), false);
    }

    private List<String> matched(Field field) throws IOException {
        var pattern = field.pattern.toString();
        if (state.noGlob || !Glob.isPattern(pattern)) return List.of(field.text.toString());
        var found = Glob.expand(files, state.cwd, pattern);
        return found.isEmpty() ? List.of(field.text.toString()) : found;
    }

    private String value(Word.Part part, boolean first) throws IOException, InterruptedException {
        if (part instanceof Word.Text text) return first && !text.quoted() ? tilde(text.text()) : text.text();
        if (part instanceof Word.Variable variable) return variable(variable);
        if (part instanceof Word.Command command) return substitution.output(command.script());
        var expression = text(((Word.Arithmetic) part).expression());
        return String.valueOf(Arithmetic.evaluate(expression, new Arithmetic.Variables() {
            @Override
            public String get(String name) {
                return state.value(name);
            }

            @Override
            public void set(String name, String value) {
                state.variables.put(name, value);
            }
        }));
    }

    private String tilde(String text) {
        if (!text.equals("~") && !text.startsWith("~/")) return text;
        return state.variables.getOrDefault("HOME", "~") + text.substring(1);
    }

    private String variable(Word.Variable variable) throws IOException, InterruptedException {
        var value = state.value(variable.name());
        var operator = variable.operator();
        var missing = value == null || operator.startsWith(":") && value.isEmpty();
        switch (operator) {
            case "":
                if (value == null && state.refuseUnset && !"@*".contains(variable.name()))
                    throw new ExitException(2, variable.name() + ": parameter not set");
                return value == null ? "" : value;
            case "length":
                return String.valueOf(value == null ? 0 : value.length());
            case ":-", "-":
                return missing ? text(variable.other()) : value;
            case ":+", "+":
                return missing ? "" : text(variable.other());
            case ":=", "=":
                if (missing) state.set(variable.name(), text(variable.other()));
                return state.value(variable.name());
            case ":?", "?":
                if (missing) throw new ExitException(2, variable.name() + ": " + complaint(variable));
                return value;
            default:
                return trimmed(value == null ? "" : value, operator, pattern(variable.other()));
        }
    }

    private String complaint(Word.Variable variable) throws IOException, InterruptedException {
        var text = text(variable.other());
        return text.isEmpty() ? "parameter not set" : text;
    }

    private static String trimmed(String value, String operator, String pattern) {
        var prefix = operator.startsWith("#");
        var longest = operator.length() == 2;
        for (var i = 0; i <= value.length(); i++) {
            var count = longest ? value.length() - i : i;
            var cut = prefix ? value.substring(0, count) : value.substring(value.length() - count);
            if (!Glob.matches(pattern, cut)) continue;
            return prefix ? value.substring(count) : value.substring(0, value.length() - count);
        }
        return value;
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\*?\\[\\]]", "\\\\$0");
    }
}
