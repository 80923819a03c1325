package dev.dockline.shell.eval;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What snippets compile against: the language and the JSON it gives. The compiler reads each jar at start, so no more. */
final class SnippetClasspath {
    static final String TEXT = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(File::new)
            .filter(entry -> entry.isDirectory() || entry.getName().matches("(dockline|jackson)-.*"))
            .map(File::getPath)
            .collect(Collectors.joining(File.pathSeparator));

    private SnippetClasspath() {}
}
