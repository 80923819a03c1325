package dev.dockline.embedded.model;

import java.util.Map;

/** A network as it was asked for; subnet and gateway may be empty. */
public record NetworkSpec(
        String name,
        String driver,
        String subnet,
        String gateway,
        boolean internal,
        boolean attachable,
        Map<String, String> labels,
        Map<String, String> options) {}
