package dev.dockline.shell;

/** What every snippet may use without an import of its own. */
public final class Imports {
    /** The import declarations. */
    public static final String TEXT = """
            import java.io.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            import dev.dockline.*;
            import dev.dockline.error.*;
            import static dev.dockline.Dockline.*;
            import static dev.dockline.shell.eval.Words.*;
            """;

    private Imports() {}
}
