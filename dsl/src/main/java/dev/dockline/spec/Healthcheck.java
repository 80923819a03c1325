package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;
import java.time.Duration;

/**
 * How the engine finds out whether a container is well.
 *
 * @param command a line for the container's shell; exit code 0 is well
 * @param interval how long it waits before each check, null for the engine's own
 * @param retries after how many failures it is unwell, 0 for the engine's own
 */
public record Healthcheck(String command, Duration interval, int retries) implements Setting {
    /** Refuses an empty command and an interval below a millisecond, which engines refuse too. */
    public Healthcheck {
        if (command.isBlank()) {
            throw new MalformedSetting("healthcheck", command, "it names no command");
        }
        if (interval != null && interval.compareTo(Duration.ofMillis(1)) < 0) {
            throw new MalformedSetting("healthcheck", interval.toString(), "an interval is a millisecond or more");
        }
    }

    @Override
    public Object key() {
        return Healthcheck.class;
    }

    @Override
    public String cli() {
        return "--health-cmd " + Java.word(command)
                + (interval == null ? "" : " --health-interval " + interval.toMillis() + "ms")
                + (retries == 0 ? "" : " --health-retries " + retries);
    }

    @Override
    public String toString() {
        return "healthcheck(" + Java.literal(command)
                + (interval == null ? "" : ", Duration.ofMillis(" + interval.toMillis() + "), " + retries) + ")";
    }
}
