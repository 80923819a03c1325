package dev.dockline.spec;

import java.util.List;

/**
 * The program that a container runs, with its arguments, word by word.
 *
 * @param words the program and its arguments
 */
public record Command(List<String> words) implements Setting {
    /** Copies the words. */
    public Command {
        words = List.copyOf(words);
    }

    @Override
    public Object key() {
        return Command.class;
    }

    @Override
    public String cli() {
        return words.stream().map(Java::word).collect(java.util.stream.Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "command(" + Java.literals(words) + ")";
    }
}
