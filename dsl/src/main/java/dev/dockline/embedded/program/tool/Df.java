package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code df [-hk]}: the root and what is mounted, with the sizes of the host's disks. */
final class Df implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "hk");
        process.println(
                String.format("%-20s %10s %10s %10s %s", "Filesystem", "Size", "Used", "Available", "Mounted on"));
        print(process, options, "overlay", "/", Path.of(System.getProperty("java.io.tmpdir")));
        for (var mount : process.files().mounts()) print(process, options, "volume", mount.destination(), mount.host());
        return 0;
    }

    private static void print(Process process, Options options, String name, String place, Path path)
            throws IOException {
        var store = Files.getFileStore(path);
        var size = store.getTotalSpace();
        var free = store.getUsableSpace();
        process.println(String.format(
                "%-20s %10s %10s %10s %s",
                name, shown(options, size), shown(options, size - free), shown(options, free), place));
    }

    private static String shown(Options options, long bytes) {
        return options.has('h') ? Sizes.human(bytes) : String.valueOf(bytes / 1024);
    }
}
