package dev.dockline.shell.eval;

import dev.dockline.shell.eval.call.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Takes a text apart the way people write: JShell judges all but what only calls, and only where {@link Breaks} allows
 * an end.
 */
final class Splitter {
    private record Judged(boolean complete, String source, String remaining) {}

    // No snippet of Java begins so; a comment was skipped before.
    private static final Pattern COMMAND = Pattern.compile("/[a-z]+\\b");

    private final Supplier<SourceCodeAnalysis> analysis;
    private final String origin;
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int start;
    private int counted;
    private int line = 1;

    private Splitter(Supplier<SourceCodeAnalysis> analysis, String origin, String text) {
        this.analysis = analysis;
        this.origin = origin;
        this.text = text;
    }

    static List<Piece> split(Supplier<SourceCodeAnalysis> analysis, String origin, String text) {
        var splitter = new Splitter(analysis, origin, text);
        for (var end : Breaks.of(text)) {
            splitter.take(end, end == text.length());
        }
        return splitter.pieces;
    }

    /** Whether all of a text only calls, so that it may well run without JShell. */
    static boolean isOnlyCalls(String text) {
        var start = 0;
        for (var end : Breaks.of(text)) {
            for (start = Trivia.skip(text, start); start < end; start = Trivia.skip(text, start)) {
                var statement = Statement.first(text.substring(start, end));
                if (statement == null) {
                    return false;
                }
                start += statement.end();
            }
        }
        return true;
    }

    private void take(int end, boolean last) {
        for (start = Trivia.skip(text, start); start < end; start = Trivia.skip(text, start)) {
            var rest = text.substring(start, end);
            if (COMMAND.matcher(rest).lookingAt()) {
                var line = rest.indexOf('\n');
                add(line < 0 ? rest : rest.substring(0, line), true, line < 0 ? end : start + line + 1);
                continue;
            }
            var judged = judge(rest);
            if (judged.complete) {
                add(judged.source, true, end - judged.remaining.length());
            } else if (last) {
                add(rest, false, end);
            } else {
                return;
            }
        }
    }

    /** A dot line is judged behind a name, since by itself it is nothing. */
    private Judged judge(String rest) {
        var name = rest.startsWith(".") ? "x" : "";
        var statement = Statement.first(name + rest);
        if (statement != null) {
            var source = statement.in(name + rest).substring(name.length());
            return new Judged(true, source, rest.substring(statement.end() - name.length()));
        }
        CompletionInfo info;
        try {
            info = analysis.get().analyzeCompletion(name + rest);
        } catch (RuntimeException e) {
            // Some wrong texts are too much for JShell's analysis; its evaluation then says what is wrong.
            return new Judged(true, rest, "");
        }
        var source = info.source() == null ? "" : info.source().substring(name.length());
        return new Judged(info.completeness().isComplete() && !isLoneAnnotation(source), source, info.remaining());
    }

    /** JShell takes an annotation on a line of its own for a declaration without a name. */
    private static boolean isLoneAnnotation(String source) {
        return source.startsWith("@") && source.strip().matches("(?s)(@[\\w.]+\\s*(\\([^)]*\\))?\\s*)+;?");
    }

    private void add(String source, boolean complete, int end) {
        for (; counted < start; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        if (!source.isBlank() && !source.strip().equals(";")) {
            pieces.add(new Piece(origin, source.strip(), line, complete));
        }
        start = end;
    }
}
