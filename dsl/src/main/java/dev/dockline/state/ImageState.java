package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An image, as a list of the engine tells it.
 *
 * @param id its id, {@code sha256:} and 64 hex digits
 * @param tags its references, none for a dangling image
 * @param size its size in bytes
 * @param created when it was made
 */
public record ImageState(String id, List<String> tags, long size, Instant created) {
    /** Copies the tags. */
    public ImageState {
        tags = List.copyOf(tags);
    }

    /** The same image under these of its names alone. */
    public ImageState withTags(List<String> chosen) {
        return new ImageState(id, chosen, size, created);
    }

    /** Reads an image from a list. */
    public static ImageState of(JsonNode json) {
        var tags = new ArrayList<String>();
        json.path("RepoTags").forEach(tag -> tags.add(ImageName.tagged(tag.asText())));
        tags.remove("<none>:<none>");
        return new ImageState(
                json.path("Id").asText(),
                tags,
                json.path("Size").asLong(),
                Instant.ofEpochSecond(json.path("Created").asLong()));
    }
}
