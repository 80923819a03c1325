package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.terminal.Terminal;

/** Decides on Enter whether the text is whole, and on Tab which word it is about. */
final class SnippetParser implements Parser {
    private static final long PASTE_GAP_MILLIS = 15;

    private final Evaluator evaluator;
    private final Terminal terminal;

    SnippetParser(Evaluator evaluator, Terminal terminal) {
        this.evaluator = evaluator;
        this.terminal = terminal;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !isWhole(line)) {
            throw new EOFError(-1, -1, "the text goes on", "", Token.depth(line), null);
        }
        return Word.at(line, cursor);
    }

    private boolean isWhole(String text) {
        if (text.isBlank() || Command.is(text) && Command.of(text).orElse(null) != Command.TIME) {
            return true;
        }
        return !isPasteGoingOn() && isComplete(Command.is(text) ? Command.rest(text) : text);
    }

    private boolean isComplete(String text) {
        var pieces = evaluator.split("prompt", text);
        return pieces.isEmpty() || pieces.get(pieces.size() - 1).complete();
    }

    /** A terminal without bracketed paste sends the lines one by one, so that each Enter could be within a chain. */
    private boolean isPasteGoingOn() {
        try {
            return terminal.reader().peek(PASTE_GAP_MILLIS) >= ' ';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part of a name, or of a string, before the cursor. */
    private record Word(String line, int cursor, int start) implements CompletingParsedLine {
        static Word at(String line, int cursor) {
            var string = Argument.at(line.substring(0, cursor));
            if (string.isPresent()) {
                return new Word(line, cursor, string.get().start());
            }
            if (Command.is(line)) {
                return new Word(line, cursor, line.lastIndexOf(' ', cursor - 1) + 1);
            }
            var start = cursor;
            while (start > 0 && isPartOfName(line.charAt(start - 1))) {
                start--;
            }
            return new Word(line, cursor, start);
        }

        private static boolean isPartOfName(char c) {
            return Character.isJavaIdentifierPart(c);
        }

        @Override
        public String word() {
            return line.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }
    }
}
