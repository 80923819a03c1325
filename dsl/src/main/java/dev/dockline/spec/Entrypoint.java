package dev.dockline.spec;

import java.util.List;

/**
 * The program before the command, in place of the image's.
 *
 * @param words the program and its first arguments
 */
public record Entrypoint(List<String> words) implements Setting {
    /** Copies the words. */
    public Entrypoint {
        words = List.copyOf(words);
    }

    @Override
    public Object key() {
        return Entrypoint.class;
    }

    @Override
    public String cli() {
        return words.isEmpty() ? "--entrypoint ''" : "--entrypoint " + Java.word(words.get(0));
    }

    @Override
    public String toString() {
        return "entrypoint(" + Java.literals(words) + ")";
    }
}
