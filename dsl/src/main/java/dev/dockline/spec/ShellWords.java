package dev.dockline.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words of a command line, quoted as a POSIX shell takes them; nothing is expanded. */
public final class ShellWords {
    private static final Pattern HERE = Pattern.compile("\\$\\(pwd\\)|`pwd`|\\$\\{PWD}|\\$PWD(?![A-Za-z0-9_])");
    private static final Pattern EXPANDED = Pattern.compile("\\$[({A-Za-z_0-9]");

    private final String line;
    private final List<String> words = new ArrayList<>();
    private StringBuilder word;

    private ShellWords(String line) {
        this.line = line;
    }

    /** Splits a line; a quote that is not closed reaches to the end. */
    public static List<String> of(String line) {
        return new ShellWords(line).split();
    }

    /** A line with the folder of this process for {@code $(pwd)} and {@code $PWD}, as a shell has it. */
    public static String inFolder(String line) {
        var out = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            var here = HERE.matcher(line).region(i, line.length());
            if (quote != '\'' && here.lookingAt()) {
                out.append(Path.of("").toAbsolutePath());
                i = here.end() - 1;
                continue;
            }
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                out.append(c);
                c = line.charAt(++i);
            } else if (quote != 0 ? c == quote : c == '\'' || c == '"') {
                quote = quote == 0 ? c : 0;
            }
            out.append(c);
        }
        return out.toString();
    }

    /** What of a line only a shell could do, in a few words; empty if it is words alone. */
    static Optional<String> beyondWords(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote != 0 ? c == quote : c == '\'' || c == '"') {
                quote = quote == 0 ? c : 0;
            } else if (quote == 0 && "|&;<>".indexOf(c) >= 0) {
                return Optional.of("a shell does what stands behind " + c + " itself: leave that out, or quote it");
            } else if (quote != '\''
                    && (c == '`' || EXPANDED.matcher(line.substring(i)).lookingAt())) {
                return Optional.of(
                        "a shell puts a value in place of " + line.substring(i).replaceFirst("[ '\"].*", "")
                                + ": write the value, or put it in single quotes");
            }
        }
        return quote == 0 ? Optional.empty() : Optional.of("a quote is not closed: " + quote);
    }

    private List<String> split() {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escapes = c == '\\' && quote != '\'' && i + 1 < line.length();
            if (escapes) {
                i++;
                escaped(line.charAt(i), quote);
            } else if (quote != 0 ? c == quote : c == '\'' || c == '"') {
                begin();
                quote = quote == 0 ? c : 0;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                end();
            } else {
                begin().append(c);
            }
        }
        end();
        return words;
    }

    // A backslash before a line's end joins two lines; within double quotes it escapes few characters.
    private void escaped(char c, char quote) {
        if (c != '\n') {
            begin().append(quote == '"' && "\"\\$`".indexOf(c) < 0 ? "\\" + c : String.valueOf(c));
        }
    }

    private StringBuilder begin() {
        word = word == null ? new StringBuilder() : word;
        return word;
    }

    private void end() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }
}
