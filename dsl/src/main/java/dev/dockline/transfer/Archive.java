package dev.dockline.transfer;

import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import java.nio.file.Path;
import java.util.List;

/**
 * A tar file with the contents of volumes, written or read.
 *
 * @param file the file on this machine
 * @param volumes the paths that the volumes have in their container
 * @param entries how many files, folders and links
 * @param bytes the size of the file
 */
public record Archive(Path file, List<String> volumes, int entries, long bytes) implements Tabular {
    /** Copies the paths. */
    public Archive {
        volumes = List.copyOf(volumes);
    }

    @Override
    public Table table() {
        return Table.of("ARCHIVE", "VOLUMES", "ENTRIES", "SIZE")
                .row(file, String.join(" ", volumes), entries, Tables.size(bytes));
    }
}
