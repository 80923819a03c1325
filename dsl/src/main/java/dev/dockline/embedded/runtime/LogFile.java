package dev.dockline.embedded.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines of a container in a file, so that they outlive the engine's process. */
final class LogFile {
    private final Path path;
    private OutputStream out;

    LogFile(Path path) {
        this.path = path;
    }

    /** All that was written; half an entry at the end is left out. */
    List<LogEntry> read() {
        var entries = new ArrayList<LogEntry>();
        if (!Files.exists(path)) return entries;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            while (true) {
                var time = Instant.ofEpochSecond(in.readLong(), in.readInt());
                int stream = in.readByte();
                var line = new byte[in.readInt()];
                in.readFully(line);
                entries.add(new LogEntry(time, stream, line));
            }
        } catch (EOFException end) {
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(LogEntry entry) {
        try {
            if (out == null) out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            var bytes = new ByteArrayOutputStream();
            var data = new DataOutputStream(bytes);
            data.writeLong(entry.time().getEpochSecond());
            data.writeInt(entry.time().getNano());
            data.writeByte(entry.stream());
            data.writeInt(entry.line().length);
            data.write(entry.line());
            out.write(bytes.toByteArray());
        } catch (IOException e) {
            // A full disk must not end the program whose words these are.
            out = OutputStream.nullOutputStream();
        }
    }

    void close() {
        try {
            if (out != null) out.close();
            out = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
