package dev.dockline.embedded.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How well a container is, by its last checks. */
public record Health(String status, int failingStreak, List<Probe> log) {
    public static final String STARTING = "starting";
    public static final String HEALTHY = "healthy";
    public static final String UNHEALTHY = "unhealthy";

    /** The state of a container whose first check is still to come. */
    public static final Health UNKNOWN = new Health(STARTING, 0, List.of());

    private static final int KEPT = 5;

    /** One check. */
    public record Probe(Instant start, Instant end, int exitCode, String output) {}

    /** With one check more. A failure while the container may still be starting does not count. */
    Health after(Probe probe, HealthCheck check, boolean starting) {
        var kept = new ArrayList<>(log.subList(Math.max(0, log.size() - KEPT + 1), log.size()));
        kept.add(probe);
        if (probe.exitCode == 0) return new Health(HEALTHY, 0, kept);
        if (starting && status.equals(STARTING)) return new Health(STARTING, 0, kept);
        var failing = failingStreak + 1;
        return new Health(failing >= check.failuresAllowed() ? UNHEALTHY : status, failing, kept);
    }
}
