package dev.dockline.embedded.model;

import java.time.Duration;
import java.time.Instant;

/** A container's state at one moment. */
public record RunState(Status status, int pid, int exitCode, String error, Instant startedAt, Instant finishedAt) {

    /** Docker's words for what a container is doing. */
    public enum Status {
        CREATED,
        RUNNING,
        PAUSED,
        EXITED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    static final RunState CREATED = new RunState(Status.CREATED, 0, 0, "", NEVER, NEVER);

    RunState started(int newPid, Instant now) {
        return new RunState(Status.RUNNING, newPid, 0, "", now, finishedAt);
    }

    RunState failed(int code, String message) {
        return new RunState(status, 0, code, message, startedAt, finishedAt);
    }

    RunState exited(int code, Instant now) {
        return new RunState(Status.EXITED, 0, code, "", startedAt, now);
    }

    RunState as(Status other) {
        return new RunState(other, pid, exitCode, error, startedAt, finishedAt);
    }

    /** A program is there, paused or not. */
    public boolean running() {
        return status == Status.RUNNING || status == Status.PAUSED;
    }

    /** It runs or has run. */
    public boolean hasStarted() {
        return !startedAt.equals(NEVER);
    }

    public boolean paused() {
        return status == Status.PAUSED;
    }

    /** The STATUS column: {@code Up 5 seconds}, {@code Exited (0) 2 minutes ago}. */
    public String describe(Instant now) {
        return switch (status) {
            case CREATED -> "Created";
            case RUNNING -> "Up " + humanly(Duration.between(startedAt, now));
            case PAUSED -> "Up " + humanly(Duration.between(startedAt, now)) + " (Paused)";
            case EXITED -> "Exited (" + exitCode + ") " + humanly(Duration.between(finishedAt, now)) + " ago";
        };
    }

    private static String humanly(Duration time) {
        var seconds = time.toSeconds();
        var hours = (time.toMinutes() + 30) / 60;
        if (seconds < 1) return "Less than a second";
        if (seconds == 1) return "1 second";
        if (seconds < 60) return seconds + " seconds";
        if (seconds < 120) return "About a minute";
        if (seconds < 3600) return time.toMinutes() + " minutes";
        if (hours == 1) return "About an hour";
        if (hours < 48) return hours + " hours";
        if (hours < 24 * 14) return hours / 24 + " days";
        if (hours < 24 * 60) return hours / 24 / 7 + " weeks";
        if (hours < 24 * 365 * 2) return hours / 24 / 30 + " months";
        return hours / 24 / 365 + " years";
    }
}
