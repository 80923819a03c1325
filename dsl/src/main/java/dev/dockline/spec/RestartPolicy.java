package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;

/**
 * What the engine does when a container ends.
 *
 * @param name {@code no}, {@code always}, {@code unless-stopped} or {@code on-failure}
 * @param most how often at most after failures, 0 without a limit
 */
public record RestartPolicy(String name, int most) implements Setting {
    /** Reads {@code on-failure:3}, {@code always}, {@code unless-stopped} or {@code no}. */
    public static RestartPolicy parse(String text) {
        if (!text.matches("no|always|unless-stopped|on-failure(:\\d{1,9})?")) {
            throw new MalformedSetting(
                    "restartPolicy", text, "it is none of no, always, unless-stopped, on-failure[:times]");
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? new RestartPolicy(text, 0)
                : new RestartPolicy(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public Object key() {
        return RestartPolicy.class;
    }

    private String text() {
        return most == 0 ? name : name + ":" + most;
    }

    @Override
    public String cli() {
        return "--restart " + text();
    }

    @Override
    public String toString() {
        return "restartPolicy(" + Java.literal(text()) + ")";
    }
}
