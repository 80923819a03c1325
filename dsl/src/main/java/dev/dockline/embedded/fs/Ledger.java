package dev.dockline.embedded.fs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What is true of files and may not be set on them, by path. One that is kept writes each change to the end of a file
 * before it is made.
 */
final class Ledger {
    private static final String NAME = "owners";

    /** Type and permissions, and the owner. */
    record Entry(int mode, int uid, int gid) {}

    private final ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();
    private BufferedWriter log;

    private Ledger() {}

    static Ledger inMemory() {
        return new Ledger();
    }

    /** Reads what was kept in a folder, writes it anew without what has passed, and goes on from there. */
    static Ledger kept(Path folder) throws IOException {
        var ledger = new Ledger();
        var file = folder.resolve(NAME);
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) ledger.read(line);
        }
        var beside = folder.resolve(NAME + ".new");
        try (var out = Files.newBufferedWriter(beside)) {
            for (var entry : ledger.entries.entrySet()) out.write(line(entry.getKey(), entry.getValue()));
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        ledger.log = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        return ledger;
    }

    private void read(String line) {
        var parts = line.split(" ", 4);
        // The last line of a process that was killed may be half a line.
        if (parts.length < 4) return;
        var path = unescaped(parts[3]);
        if (parts[0].equals("-")) entries.remove(path);
        else
            entries.put(
                    path,
                    new Entry(Integer.parseInt(parts[0], 8), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
    }

    private static String line(String path, Entry entry) {
        return Integer.toOctalString(entry.mode) + " " + entry.uid + " " + entry.gid + " " + escaped(path) + "\n";
    }

    private static String escaped(String path) {
        return path.replace("\\", "\\\\").replace("\n", "\\n") + "|";
    }

    private static String unescaped(String text) {
        var path = text.endsWith("|") ? text.substring(0, text.length() - 1) : text;
        return path.replace("\\n", "\n").replace("\\\\", "\\");
    }

    private synchronized void write(String line) {
        if (log == null) return;
        try {
            log.write(line);
            log.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Entry get(Path path) {
        return entries.get(path.toString());
    }

    void put(Path path, Entry entry) {
        if (entry.equals(entries.get(path.toString()))) return;
        write(line(path.toString(), entry));
        entries.put(path.toString(), entry);
    }

    Entry remove(Path path) {
        if (!entries.containsKey(path.toString())) return null;
        write("- 0 0 " + escaped(path.toString()) + "\n");
        return entries.remove(path.toString());
    }

    /** Of a file, or a folder and all that is in it. */
    Map<String, Entry> under(Path folder) {
        var prefix = folder + folder.getFileSystem().getSeparator();
        var all = new HashMap<String, Entry>(entries.subMap(prefix, prefix + Character.MAX_VALUE));
        var own = get(folder);
        if (own != null) all.put(folder.toString(), own);
        return all;
    }

    synchronized void close() {
        try {
            if (log != null) log.close();
            log = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
