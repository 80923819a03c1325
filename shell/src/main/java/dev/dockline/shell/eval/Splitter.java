package dev.dockline.shell.eval;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Takes a text apart the way people write: JShell judges, but only where {@link Breaks} allows an end. */
final class Splitter {
    private final SourceCodeAnalysis analysis;
    private final String origin;
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int start;

    private Splitter(SourceCodeAnalysis analysis, String origin, String text) {
        this.analysis = analysis;
        this.origin = origin;
        this.text = text;
    }

    static List<Piece> split(SourceCodeAnalysis analysis, String origin, String text) {
        var splitter = new Splitter(analysis, origin, text);
        for (var end : Breaks.of(text)) {
            splitter.take(end, end == text.length());
        }
        return splitter.pieces;
    }

    private void take(int end, boolean last) {
        for (start = Trivia.skip(text, start); start < end; start = Trivia.skip(text, start)) {
            var rest = text.substring(start, end);
            var judged = analysis.analyzeCompletion(rest);
            switch (judged.completeness()) {
                case EMPTY -> start = end;
                case UNKNOWN -> add(rest.strip(), true, end);
                case COMPLETE, COMPLETE_WITH_SEMI -> {
                    if (isLoneAnnotation(judged) && !last) {
                        return;
                    }
                    add(judged.source().strip(), true, end - judged.remaining().length());
                }
                default -> {
                    if (!last) {
                        return;
                    }
                    add(rest.strip(), false, end);
                }
            }
        }
    }

    /** JShell takes an annotation on a line of its own for a declaration without a name. */
    private static boolean isLoneAnnotation(CompletionInfo judged) {
        return judged.source().startsWith("@")
                && judged.source().strip().matches("(?s)(@[\\w.]+\\s*(\\([^)]*\\))?\\s*)+;?");
    }

    private void add(String source, boolean complete, int end) {
        var line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        pieces.add(new Piece(origin, source, line, complete));
        start = end;
    }
}
