package dev.dockline.embedded.program.sql;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Messages to a client; they are sent when they are many, or asked to be. */
final class Outgoing {
    private static final int MANY = 32 * 1024;
    private static final int LENGTH_BYTES = 4;

    private final OutputStream out;
    private byte[] buffer = new byte[2 * MANY];
    private int size;
    private int lengthAt;

    Outgoing(OutputStream out) {
        this.out = out;
    }

    /** Begins a message; {@link #end} ends it. */
    Outgoing begin(char type) {
        octet(type);
        lengthAt = size;
        return int32(0);
    }

    Outgoing octet(int value) {
        room(1);
        buffer[size++] = (byte) value;
        return this;
    }

    Outgoing int16(int value) {
        return octet(value >> 8).octet(value);
    }

    Outgoing int32(int value) {
        return int16(value >> 16).int16(value);
    }

    Outgoing int64(long value) {
        return int32((int) (value >> 32)).int32((int) value);
    }

    Outgoing bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
        return this;
    }

    /** A text, and a zero behind it. */
    Outgoing text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8)).octet(0);
    }

    /** A client's first message, which has no type: the version, and names with their values. */
    void startUp(int version, List<String> wishes) throws IOException {
        lengthAt = size;
        int32(0).int32(version);
        wishes.forEach(this::text);
        octet(0).end();
        flush();
    }

    void end() throws IOException {
        var length = size - lengthAt;
        for (var i = 0; i < LENGTH_BYTES; i++) buffer[lengthAt + i] = (byte) (length >> 8 * (LENGTH_BYTES - 1 - i));
        if (size > MANY) flush();
    }

    /** A message of nothing but its type. */
    void only(char type) throws IOException {
        begin(type).end();
    }

    void flush() throws IOException {
        out.write(buffer, 0, size);
        out.flush();
        size = 0;
    }

    private void room(int more) {
        if (size + more > buffer.length) buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
    }
}
