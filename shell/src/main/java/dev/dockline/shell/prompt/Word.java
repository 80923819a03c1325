package dev.dockline.shell.prompt;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/** The part of a name, or of a string, before the cursor. */
record Word(String line, int cursor, int start) implements CompletingParsedLine {
    static Word at(String line, int cursor) {
        var string = Argument.string(line.substring(0, cursor));
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
