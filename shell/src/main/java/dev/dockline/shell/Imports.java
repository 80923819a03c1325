package dev.dockline.shell;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.Dockline;
import dev.dockline.shell.eval.Surroundings;
import dev.dockline.shell.eval.Words;
import java.util.List;
import java.util.Set;

/** What every snippet may use: most of it without an import of its own. */
public final class Imports {
    private static final Set<String> PACKAGES = Set.of(
            "java.io",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "dev.dockline",
            "dev.dockline.error");

    /** The packages and words, and the language with the JSON that it gives. */
    public static final Surroundings ALL = new Surroundings(
            PACKAGES,
            List.of(Dockline.class, Words.class),
            List.of(Dockline.class, JsonNode.class, TreeNode.class, JsonProperty.class));

    private Imports() {}
}
