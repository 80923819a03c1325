package dev.dockline.shell;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.Dockline;
import dev.dockline.shell.eval.Surroundings;
import java.util.List;

/** What every snippet may use: most of it without an import of its own. */
public final class Imports {
    private static final String TEXT = """
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

    /** The import declarations, and the language with the JSON that it gives. */
    public static final Surroundings ALL =
            new Surroundings(TEXT, List.of(Dockline.class, JsonNode.class, TreeNode.class, JsonProperty.class));

    private Imports() {}
}
