package dev.dockline.embedded.program.shell;

/** A piece of a script: a word, or an operator ({@code ;} also stands for the end of a line). */
sealed interface Token {
    record Words(Word word) implements Token {}

    record Operator(String text) implements Token {}

    /** {@code 2>}, {@code >>}, {@code <}, {@code 2>&1}: the descriptor is -1 where none was written. */
    record Redirection(int descriptor, String operator) implements Token {}

    record End() implements Token {}
}
