package dev.dockline.spec;

import dev.dockline.error.MalformedVolume;
import java.util.regex.Pattern;

/**
 * A volume mounted in a container.
 *
 * @param name the volume's name, empty for an anonymous volume, which the engine names
 * @param target the absolute path in the container
 * @param access whether the container may write
 */
public record VolumeMount(String name, String target, Access access) implements Mount {
    // Engines keep each volume in a folder of its name.
    private static final int LONGEST_NAME = 255;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

    /** Refuses a relative target, and a name that no engine takes. */
    public VolumeMount {
        String given = name.isEmpty() ? target : name + ":" + target;
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw new MalformedVolume(
                    given,
                    "\"" + name
                            + "\" is no volume's name: two or more of a-z A-Z 0-9 _ . - and the first a letter or a digit");
        }
        if (name.length() > LONGEST_NAME) {
            throw new MalformedVolume(
                    given,
                    "a volume's name has at most " + LONGEST_NAME + " characters, and this one " + name.length());
        }
        if (!name.isEmpty() && target.contains(":")) {
            throw new MalformedVolume(
                    given,
                    "a mode goes into an argument of its own: volume(\"" + name + "\", \""
                            + target.substring(0, target.indexOf(':')) + "\", READ_ONLY)");
        }
        if (!Paths.mountable(target)) {
            throw new MalformedVolume(given, "\"" + target + "\" is no absolute path below / in the container");
        }
        target = Paths.normal(target);
    }

    /** Whether the engine is to name the volume. */
    public boolean anonymous() {
        return name.isEmpty();
    }

    @Override
    public String bind() {
        return anonymous() ? "" : name + ":" + target + ":" + access.mode();
    }

    @Override
    public String cli() {
        return "-v "
                + Java.word(anonymous() ? target : name + ":" + target + (access == Access.READ_ONLY ? ":ro" : ""));
    }

    @Override
    public String toString() {
        String path = Java.literal(target);
        if (anonymous()) {
            return "volume(" + path + ")";
        }
        return "volume(" + Java.literal(name) + ", " + path + (access == Access.READ_ONLY ? ", READ_ONLY)" : ")");
    }
}
