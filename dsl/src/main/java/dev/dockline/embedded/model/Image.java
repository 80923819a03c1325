package dev.dockline.embedded.model;

import java.time.Instant;

/** An image: its id with the digest's name before it, and what it says about its containers. */
public record Image(String id, Instant created, Config config, long size, String comment) {}
