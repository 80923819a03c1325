package dev.dockline.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Output and files, as they come over the line. */
final class Streams {
    private static final int HEADER = 8;

    private Streams() {}

    static String exec(Side side, String container, ObjectNode body) {
        var created = side.post("/containers/" + container + "/exec", body);
        if (!created.ok()) {
            return side.told(created);
        }
        var id = created.json().path("Id").asText();
        var started = side.post("/exec/" + id + "/start", Map.of("Detach", false, "Tty", false));
        var text = started.ok() ? text(started.body()) : "";
        if (body.path("Cmd").path(0).asText().equals("env")) {
            text = new TreeSet<>(text.lines().toList()).toString();
        }
        var code = side.get("/exec/" + id + "/json").json().path("ExitCode");
        return side.told(started, addressed(text) + " ended with " + code);
    }

    // The last part of an address is for an engine to choose, and which networks it has too.
    private static String addressed(String text) {
        return text.replaceAll("\\b(?:172|192|10)\\.[0-9]+\\.[0-9]+\\.[0-9]+\\b", "ADDRESS");
    }

    /** Framed output, one stream after the other. */
    static String text(byte[] framed) {
        var streams = new ByteArrayOutputStream[] {
            new ByteArrayOutputStream(), new ByteArrayOutputStream(), new ByteArrayOutputStream()
        };
        var left = ByteBuffer.wrap(framed);
        while (left.remaining() >= HEADER) {
            int stream = left.get();
            int length = left.position(left.position() + 3).getInt();
            streams[stream].write(framed, left.position(), length);
            left.position(left.position() + length);
        }
        return "out " + streams[1].toString(StandardCharsets.UTF_8) + " err "
                + streams[2].toString(StandardCharsets.UTF_8);
    }

    static byte[] tar(String name, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var entry = new TarArchiveEntry(name);
            entry.setSize(text.length());
            entry.setIds(7, 8);
            entry.setMode(0640);
            tar.putArchiveEntry(entry);
            tar.write(text.getBytes(StandardCharsets.US_ASCII));
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String entries(byte[] archive) {
        var told = new TreeSet<String>();
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(archive))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var text = entry.isFile() ? new String(tar.readAllBytes(), StandardCharsets.UTF_8) : "";
                told.add(entry.getName() + " " + Integer.toOctalString(entry.getMode()) + " " + entry.getLongUserId()
                        + ":" + entry.getLongGroupId() + " " + entry.getLinkName() + " " + text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told.toString();
    }
}
