package dev.dockline.state;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What becomes of a volume when its container is removed with its volumes.
 *
 * @param mount the volume, and where the container has it
 * @param named whether somebody gave it its name: such a volume stays
 * @param otherUsers the names of the other containers that have it, running or not: while there are any, it stays
 */
public record VolumeFate(MountState mount, boolean named, List<String> otherUsers) {
    /** Copies the names. */
    public VolumeFate {
        otherUsers = List.copyOf(otherUsers);
    }

    /** Whether it is deleted, with what is in it. */
    public boolean deleted() {
        return !named && otherUsers.isEmpty();
    }

    /** Why it is deleted or kept. */
    public String why() {
        if (!otherUsers.isEmpty()) {
            return otherUsers.stream().map(user -> "\"" + user + "\"").collect(Collectors.joining(", "))
                    + (otherUsers.size() == 1 ? " has it too" : " have it too");
        }
        return named ? "it was given its name" : "it is anonymous, and no other container has it";
    }

    @Override
    public String toString() {
        return "volume " + mount.shortName() + " at " + mount.destination()
                + (deleted() ? " is deleted: " : " is kept: ") + why();
    }
}
