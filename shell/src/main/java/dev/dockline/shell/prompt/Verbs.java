package dev.dockline.shell.prompt;

import java.util.Set;

/** What makes sense to do with a container in the state that it is in. */
final class Verbs {
    private static final Set<String> RUNNING = Set.of(
            "stop",
            "restart",
            "kill",
            "pause",
            "exec",
            "shell",
            "attach",
            "follow",
            "logs",
            "top",
            "stats",
            "address",
            "port",
            "url",
            "ports",
            "awaitExit",
            "awaitReady",
            "environment",
            "hosts");
    private static final Set<String> PAUSED = Set.of("unpause", "kill", "stop", "logs", "ports", "stats", "top");
    private static final Set<String> CREATED = Set.of("start", "remove", "removeWithVolumes", "up", "mounts");
    private static final Set<String> ENDED =
            Set.of("start", "restart", "up", "logs", "remove", "removeWithVolumes", "copyFrom", "files", "mounts");

    private Verbs() {}

    /** Whether a verb is among those of a status, as Docker names it. */
    static boolean fit(String verb, String status) {
        return of(status).contains(verb);
    }

    private static Set<String> of(String status) {
        return switch (status) {
            case "running", "restarting" -> RUNNING;
            case "paused" -> PAUSED;
            case "created", "configured" -> CREATED;
            default -> ENDED;
        };
    }
}
