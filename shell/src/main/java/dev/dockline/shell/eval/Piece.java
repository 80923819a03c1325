package dev.dockline.shell.eval;

/** One snippet of a text, beginning at a line of it, counted from 1; the origin names the text, such as its file. */
public record Piece(String origin, String source, int line, boolean complete) {

    /** Whether it is a command, such as {@code /open other.jsh}, and not Java. */
    public boolean isCommand() {
        return source.matches("(?s)/[a-z]+\\b.*");
    }

    /** Whether it goes on with the chain of the line above. */
    public boolean continues() {
        return source.startsWith(".") && source.length() > 1 && Character.isJavaIdentifierStart(source.charAt(1));
    }
}
