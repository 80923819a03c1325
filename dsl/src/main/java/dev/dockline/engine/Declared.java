package dev.dockline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.error.DocklineException;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.Label;
import java.util.List;

/**
 * The way back from a container to its declaration: the {@code docker run} line that Dockline leaves in a label of what
 * it makes; for a container of other origin, what an inspect tells beyond the defaults of its image and engine.
 */
public final class Declared {
    private static final String LABEL = "dev.dockline.run";

    private Declared() {}

    /** A declaration that leaves itself behind in a label; one without an image is no declaration yet. */
    public static ContainerSpec recorded(ContainerSpec spec) {
        return spec.has(ImageReference.class) ? spec.with(new Label(LABEL, spec.cli())) : spec;
    }

    /** Whether Dockline made the container. */
    public static boolean isRecorded(JsonNode inspected) {
        return recordIn(inspected) != null;
    }

    /** The declaration of a container, from what an inspect answered. */
    public static ContainerSpec of(Engine engine, JsonNode inspected) {
        var recorded = recordIn(inspected);
        var name = inspected.path("Name").asText().replaceFirst("^/", "");
        var spec = recorded != null ? recorded : new Foreign(inspected, image(engine, inspected)).declaration();
        return new ContainerSpec(name, spec.settings());
    }

    /** What a container of other origin has that no declaration can say; nothing for one that Dockline made. */
    public static List<String> unspoken(JsonNode inspected) {
        return isRecorded(inspected) ? List.of() : new Foreign(inspected, inspected.path("no image")).unspoken();
    }

    /** A declaration as a container of other origin would tell it: without what its image says already. */
    public static ContainerSpec withoutDefaults(Engine engine, JsonNode inspected, ContainerSpec spec) {
        return new ImageDefaults(image(engine, inspected)).taken(spec);
    }

    private static ContainerSpec recordIn(JsonNode inspected) {
        var label = inspected.path("Config").path("Labels").path(LABEL);
        try {
            return label.isTextual() ? ContainerSpec.parse(label.asText()) : null;
        } catch (DocklineException unreadable) {
            // A label of a newer Dockline: what the engine tells is all there is to go by.
            return null;
        }
    }

    private static JsonNode image(Engine engine, JsonNode inspected) {
        try {
            return engine.read("/images/" + Engine.part(inspected.path("Image").asText()) + "/json");
        } catch (DockerException gone) {
            return inspected.path("no image");
        }
    }
}
