package dev.dockline.embedded.model;

import java.time.Instant;
import java.util.Map;

/** A volume: a name, and what was said of it when it was made. */
public record Volume(
        String name, Instant created, Map<String, String> labels, Map<String, String> options, boolean anonymous) {}
