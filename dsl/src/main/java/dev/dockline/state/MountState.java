package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A mount of a container, as inspect tells it.
 *
 * @param type {@code volume}, {@code bind} or {@code tmpfs}
 * @param name the volume's name, empty for other types
 * @param source the path on the engine's host
 * @param destination the path in the container
 * @param driver the volume's driver, empty for other types
 * @param mode the mode as it was asked for
 * @param writable whether the container may write
 * @param propagation how mounts below it are shared, empty for volumes
 */
public record MountState(
        String type,
        String name,
        String source,
        String destination,
        String driver,
        String mode,
        boolean writable,
        String propagation) {

    private static final Pattern OWN_FOLDER = Pattern.compile("/(?:vfs/dir|volumes)/([0-9a-f]{64})(?:/_data)?$");

    static MountState of(JsonNode json) {
        return new MountState(
                json.path("Type").asText(),
                json.path("Name").asText(),
                json.path("Source").asText(),
                json.path("Destination").asText(),
                json.path("Driver").asText(),
                json.path("Mode").asText(),
                json.path("RW").asBoolean(true),
                json.path("Propagation").asText());
    }

    /** Reads the form of the book's days: {@code Volumes} has a source for each path, {@code VolumesRW} who may write. */
    static List<MountState> oldForm(JsonNode container) {
        var mounts = new TreeMap<String, MountState>();
        for (var volume : container.path("Volumes").properties()) {
            String path = volume.getKey();
            String source = volume.getValue().asText();
            boolean writable = container.path("VolumesRW").path(path).asBoolean(true);
            var own = OWN_FOLDER.matcher(source);
            mounts.put(
                    path,
                    own.find()
                            ? new MountState("volume", own.group(1), source, path, "local", "", writable, "")
                            : new MountState("bind", "", source, path, "", "", writable, ""));
        }
        return List.copyOf(mounts.values());
    }

    /** Whether this is a volume. */
    public boolean isVolume() {
        return type.equals("volume");
    }

    /** Whether this is a volume that the engine named. */
    public boolean isAnonymous() {
        return isVolume() && name.matches("[0-9a-f]{64}");
    }

    /** The volume's name, that of an anonymous one cut to 12 digits as ids are; empty for other types. */
    public String shortName() {
        return isAnonymous() ? name.substring(0, 12) : name;
    }

    /** In the form of {@code -v}, the name of an anonymous volume left out: {@code dbdata:/dbdata:ro}. */
    @Override
    public String toString() {
        String from = isAnonymous() ? "" : (isVolume() ? name : source) + ":";
        return from + destination + (writable ? "" : ":ro");
    }
}
