package dev.dockline.embedded.model;

import java.time.Instant;
import java.util.List;

/**
 * An image: its id with the digest's name before it, and what it says about its containers.
 *
 * @param layer the digest of its files, all in one layer
 * @param history what made it, oldest first
 */
public record Image(
        String id, Instant created, Config config, long size, String comment, String layer, List<Step> history) {

    /** One step of making it. */
    public record Step(Instant created, String createdBy, String comment, long size) {}
}
