package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Evaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.reader.Candidate;

/** What Tab and F1 give, for those who have no line reader: completions and documentation at a place of a text. */
public final class Assistance {
    private final JavaCompleter completer;
    private final Documentation documentation;

    /** What may stand between a start and an end of the text. */
    public record Offer(int start, int end, List<String> texts) {}

    /** Takes what knows the session. */
    public Assistance(Evaluator evaluator) {
        var methods = new Methods(evaluator);
        this.completer = JavaCompleter.of(evaluator, methods);
        this.documentation = new Documentation(methods);
    }

    /** What the text may go on with at the cursor. */
    public Offer complete(String text, int cursor) {
        var word = Word.at(text, cursor);
        var candidates = new ArrayList<Candidate>();
        completer.complete(null, word, candidates);
        var typed = word.word().toLowerCase(Locale.ROOT);
        var texts = candidates.stream()
                .map(Candidate::value)
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(typed))
                .distinct()
                .toList();
        return new Offer(cursor - word.wordCursor(), cursor, texts);
    }

    /** What there is to read of the name at the cursor, or of the method whose arguments it is among; empty if nothing. */
    public String documentation(String text, int cursor, int width) {
        return documentation.of(Member.around(text, cursor), width);
    }
}
