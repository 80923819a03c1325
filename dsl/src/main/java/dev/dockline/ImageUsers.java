package dev.dockline;

import dev.dockline.engine.Engine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which containers were made of which image: by its id, because its names may have gone to others since. */
final class ImageUsers {
    private final Map<String, Set<String>> byImage = new HashMap<>();

    private ImageUsers() {}

    /** Reads it from the engine; from within a verb's work. */
    static ImageUsers read(Engine engine) {
        var users = new ImageUsers();
        for (var container : engine.read("/containers/json?all=true")) {
            users.byImage
                    .computeIfAbsent(bare(container.path("ImageID").asText()), id -> new HashSet<>())
                    .add(container.path("Id").asText());
        }
        return users;
    }

    /** The ids of those that were made of an image, running or not. */
    Set<String> of(String imageId) {
        return byImage.getOrDefault(bare(imageId), Set.of());
    }

    // Podman leaves the name of the digest out in some places and not in others.
    private static String bare(String id) {
        return id.replaceFirst("^sha256:", "");
    }
}
