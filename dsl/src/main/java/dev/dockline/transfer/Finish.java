package dev.dockline.transfer;

import dev.dockline.engine.Engine;
import dev.dockline.state.MountState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the archive API leaves undone in a volume, done by a program of one of the engine's images where it has one. */
final class Finish {
    private static final int MOST_ARGUMENT_BYTES = 60_000;

    // A hole that is dug changes a file's time.
    private static final String DIG = """
            fallocate --help 2>&1 | grep -q -e --dig-holes || exit 127
            for file; do touch -r "$file" /time && fallocate -d "$file"; touch -r /time "$file"; done; true""";

    private final Engine engine;
    private final MountState volume;
    private final String root;

    Finish(Engine engine, MountState volume, String root) {
        this.engine = engine;
        this.volume = volume;
        this.root = root;
    }

    /** Sets what was lost of these. */
    void of(Entries entries) throws InterruptedException {
        own(entries);
        for (var some : batches(entries.hollow())) {
            var command = new ArrayList<>(List.of("sh", "-c", DIG, "sh"));
            some.forEach(name -> command.add(volume.destination() + name.substring(root.length())));
            if (!Program.succeeds(engine, volume, command)) {
                return;
            }
        }
    }

    // Podman sets mode and time of a volume's own folder, not the owner.
    private void own(Entries entries) throws InterruptedException {
        var folder = entries.first()
                .filter(entry ->
                        entry.getName().equals(root + "/") && !engine.flavour().unpacksIntoMounts());
        if (folder.isPresent()) {
            String owner = folder.get().getLongUserId() + ":" + folder.get().getLongGroupId();
            if (!owner.equals("0:0")) {
                Program.succeeds(engine, volume, List.of("chown", owner, volume.destination()));
            }
        }
    }

    private static List<List<String>> batches(List<String> names) {
        var batches = new ArrayList<List<String>>();
        int left = 0;
        for (var name : names) {
            int bytes = name.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > left) {
                batches.add(new ArrayList<>());
                left = MOST_ARGUMENT_BYTES;
            }
            left -= bytes;
            batches.get(batches.size() - 1).add(name);
        }
        return batches;
    }
}
