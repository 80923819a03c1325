package dev.dockline.embedded.fs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of an image, written out when a container is made from it. */
@FunctionalInterface
public interface Layer {
    void unpack(Disk disk, Path folder) throws IOException;

    /** An image whose files are not known here. */
    Layer EMPTY = (disk, folder) -> {};

    /** An image that was imported: its files lie in a folder. */
    static Layer of(Path files) {
        return (disk, folder) -> disk.copyTree(files, folder);
    }

    /** Names the files of an image one by one. */
    final class Builder {
        private static final String PROGRAM = "#!/dockline ";

        private record Entry(int mode, int owner, String path, String text) {}

        private final List<Entry> entries = new ArrayList<>();

        public Builder folders(String... paths) {
            for (var path : paths) folder(path, 0755, 0);
            return this;
        }

        public Builder folder(String path, int mode, int owner) {
            entries.add(new Entry(Stat.DIRECTORY | mode, owner, path, ""));
            return this;
        }

        public Builder file(String path, String text) {
            entries.add(new Entry(Stat.REGULAR | 0644, 0, path, text));
            return this;
        }

        public Builder link(String path, String target) {
            entries.add(new Entry(Stat.SYMLINK | 0777, 0, path, target));
            return this;
        }

        /** A file that runs one of the engine's own programs. */
        public Builder programs(String folder, List<String> names) {
            for (var name : names)
                entries.add(new Entry(Stat.REGULAR | 0755, 0, folder + "/" + name, PROGRAM + name + "\n"));
            return this;
        }

        public Builder devices() {
            for (var name : Devices.NAMES) entries.add(new Entry(Stat.CHARACTER_DEVICE | 0666, 0, "dev/" + name, ""));
            return this;
        }

        public Layer build() {
            return this::unpack;
        }

        private void unpack(Disk disk, Path folder) throws IOException {
            for (var entry : entries) {
                var path = folder.resolve(entry.path);
                switch (entry.mode & Stat.TYPE) {
                    case Stat.DIRECTORY -> Files.createDirectories(path);
                    case Stat.SYMLINK -> Files.createSymbolicLink(path, Path.of(entry.text));
                    default -> Files.write(path, entry.text.getBytes(StandardCharsets.UTF_8));
                }
                disk.set(path, entry.mode, entry.owner, entry.owner);
            }
        }

        /** The name of the engine's program that a file stands for, or null. */
        static String program(String firstLine) {
            return firstLine.startsWith(PROGRAM)
                    ? firstLine.substring(PROGRAM.length()).strip()
                    : null;
        }
    }

    /** The name of the engine's program that a file beginning so stands for, or null. */
    static String program(String firstLine) {
        return Builder.program(firstLine);
    }
}
