package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Token;
import dev.dockline.shell.narrate.DockerLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is left of a pasted text when the marks of where it was copied from are taken out: fences, prompts, marked
 * outputs, and characters that cannot be seen. What is not marked is never guessed at.
 *
 * @param text what is to stand at the prompt
 * @param taken what was taken out, for the user; empty where nothing was
 */
record Paste(String text, List<String> taken) {
    private static final Pattern ESCAPE =
            Pattern.compile("\u001b(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\u0007\u001b]*\u0007?|.)?");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\n\t]]|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]");
    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~).*");
    private static final Pattern IN = Pattern.compile("\\s*In ?\\[[ \\d*]*\\]: ?(.*)");
    private static final Pattern OUT = Pattern.compile("\\s*Out ?\\[[ \\d]*\\]:.*");
    // A statement, a call, an assignment, an expression with a sign in it, a link of a chain, a comment, a command.
    private static final Pattern CODE = Pattern.compile(
            "(?![\\[\"]).*[;{}]|[\\w$.<>\\[\\]]+\\(.*[)\\]]|[\\w$.<>\\[\\], ]+ = .+|[\\w$.\"()]+ [-+*/%<>=!&|?]+ .+|\\.[A-Za-z].*|//.*|/\\*.*|/[a-z]+( .*)?");
    private static final Pattern PROMPT = Pattern.compile("(?:dockline(?:[·-](?:embedded|gone))?|jshell)> ?(.*)");
    private static final Pattern GOES_ON = Pattern.compile("\\s*\\.\\.\\.> ?(.*)");

    static Paste of(String pasted) {
        var cleaning = new Cleaning();
        var text =
                cleaning.seen(pasted.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' '));
        var lines = cleaning.unprompted(cleaning.unnumbered(cleaning.unfenced(List.of(text.split("\n", -1)))));
        return new Paste(String.join("\n", cleaning.translated(lines)), cleaning.taken());
    }

    /** Counts what it takes out. */
    private static final class Cleaning {
        private int unseen;
        private int fences;
        private int prompts;
        private int outputs;
        private int translations;

        List<String> taken() {
            var taken = new ArrayList<String>();
            add(taken, unseen, "unseen character");
            add(taken, fences, "line around or at code fences");
            add(taken, prompts, "prompt");
            add(taken, outputs, "line of output");
            add(taken, translations, "line for docker, now Java");
            return taken;
        }

        private static void add(List<String> taken, int count, String what) {
            if (count > 0) {
                taken.add(
                        count + " " + (count == 1 ? what : what.replaceFirst("^(\\S+ character|prompt|line)", "$1s")));
            }
        }

        String seen(String text) {
            var plain = ESCAPE.matcher(text).replaceAll(found -> {
                unseen += found.group().length();
                return "";
            });
            return UNSEEN.matcher(plain).replaceAll(found -> {
                unseen++;
                return "";
            });
        }

        // Between fences stands the code; what is around them was written for the reader.
        List<String> unfenced(List<String> lines) {
            long marks =
                    lines.stream().filter(line -> FENCE.matcher(line).matches()).count();
            if (marks == 0) {
                return lines;
            }
            var kept = new ArrayList<String>();
            var inside = marks % 2 != 0;
            for (var line : lines) {
                var fence = FENCE.matcher(line).matches();
                if (fence) {
                    inside = marks % 2 != 0 || !inside;
                }
                if (fence || !inside) {
                    fences++;
                } else {
                    kept.add(line);
                }
            }
            return kept;
        }

        // Behind In [3]: stands the code of a cell, and behind it what came out and what was written for the reader.
        List<String> unnumbered(List<String> lines) {
            if (lines.stream().noneMatch(Cleaning::isNumbered)) {
                return lines;
            }
            var kept = new ArrayList<String>();
            var cell = new ArrayList<String>();
            var code = true;
            for (var line : lines) {
                var in = IN.matcher(line);
                if (in.matches()) {
                    prompts++;
                    kept.addAll(cell);
                    cell.clear();
                    cell.add(in.group(1));
                    code = true;
                    continue;
                }
                code = code && (isCode(line) || isOpen(cell));
                if (code) {
                    cell.add(line);
                } else {
                    outputs++;
                }
            }
            kept.addAll(cell);
            return kept;
        }

        private static boolean isNumbered(String line) {
            return IN.matcher(line).matches() || OUT.matcher(line).matches();
        }

        // The first line of a cell is its code, whatever it looks like.
        private static boolean isOpen(List<String> cell) {
            return cell.stream().allMatch(String::isBlank) && !cell.isEmpty()
                    || Token.depth(String.join("\n", cell)) > 0;
        }

        private static boolean isCode(String line) {
            return line.isBlank() || CODE.matcher(line.strip()).matches();
        }

        // Where prompts stand, a line without one is an output, unless a line above it is still open or it goes on.
        List<String> unprompted(List<String> lines) {
            if (lines.stream().noneMatch(line -> PROMPT.matcher(line).matches())) {
                return lines;
            }
            var kept = new ArrayList<String>();
            for (var line : lines) {
                var prompt = PROMPT.matcher(line);
                var more = GOES_ON.matcher(line);
                if (prompt.matches() || more.matches()) {
                    prompts++;
                    kept.add(prompt.matches() ? prompt.group(1) : more.group(1));
                } else if (line.isBlank() || goesOn(kept, line)) {
                    kept.add(line);
                } else {
                    outputs++;
                }
            }
            return kept;
        }

        // One that ends with a backslash goes on with the next.
        List<String> translated(List<String> lines) {
            var kept = new ArrayList<String>();
            for (var i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                var last = i;
                while (DockerLine.is(lines.get(i)) && line.endsWith("\\") && last + 1 < lines.size()) {
                    line += "\n" + lines.get(++last);
                }
                var java = DockerLine.toJava(line);
                kept.add(java.orElse(lines.get(i)));
                if (java.isPresent()) {
                    translations++;
                    i = last;
                }
            }
            return kept;
        }

        private static boolean goesOn(List<String> kept, String line) {
            var above = String.join("\n", kept);
            return Token.depth(above) > 0 || !kept.isEmpty() && line.strip().matches("\\.[A-Za-z].*");
        }
    }
}
