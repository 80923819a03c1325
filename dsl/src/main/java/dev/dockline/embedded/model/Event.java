package dev.dockline.embedded.model;

import java.time.Instant;
import java.util.Map;

/** Something that happened, in the words of Docker's event stream. */
public record Event(String type, String action, String id, Map<String, String> attributes, Instant time) {}
