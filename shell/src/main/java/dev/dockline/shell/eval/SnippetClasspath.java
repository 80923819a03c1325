package dev.dockline.shell.eval;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * What snippets compile against: the language and the JSON it gives. The compiler reads each jar at start, and would read
 * all those that this process has.
 */
final class SnippetClasspath {
    private static final List<File> ENTRIES = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(File::new)
            .filter(entry -> entry.isDirectory() || entry.getName().matches("(dockline|jackson)-.*"))
            .toList();

    private SnippetClasspath() {}

    /** Lets a compiler see no more. */
    static StandardJavaFileManager limit(StandardJavaFileManager files) {
        try {
            files.setLocation(StandardLocation.CLASS_PATH, ENTRIES);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
