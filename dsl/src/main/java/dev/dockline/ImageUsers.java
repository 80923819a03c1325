package dev.dockline;

import dev.dockline.engine.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which containers were made of which image: by its id, because its names may have gone to others since. */
final class ImageUsers {
    private final Map<String, List<String>> byImage = new HashMap<>();

    private ImageUsers() {}

    /** The containers that run, or all of them; from within a verb's work. */
    static ImageUsers read(Engine engine, boolean all) {
        var users = new ImageUsers();
        for (var container : engine.read("/containers/json?all=" + all)) {
            users.byImage
                    .computeIfAbsent(bare(container.path("ImageID").asText()), id -> new ArrayList<>())
                    .add("\"" + container.path("Names").path(0).asText().substring(1) + "\" ("
                            + container.path("State").asText() + ")");
        }
        return users;
    }

    /** The names and states of those that were made of an image. */
    List<String> of(String imageId) {
        return byImage.getOrDefault(bare(imageId), List.of());
    }

    // Podman leaves the name of the digest out in some places and not in others.
    private static String bare(String id) {
        return id.replaceFirst("^sha256:", "");
    }
}
