package dev.dockline.shell.eval;

import java.util.List;

/**
 * What every snippet may use.
 *
 * @param imports import declarations, on any number of lines
 * @param classes one class of each folder or jar that snippets compile against, beside the JDK
 */
public record Surroundings(String imports, List<Class<?>> classes) {
    /** Copies the list. */
    public Surroundings {
        classes = List.copyOf(classes);
    }
}
