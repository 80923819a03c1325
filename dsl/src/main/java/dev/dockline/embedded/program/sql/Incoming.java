package dev.dockline.embedded.program.sql;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A message of a client, taken apart from front to back. */
final class Incoming {
    private static final int LENGTH_BYTES = 4;
    private static final int LONGEST = 64 * 1024 * 1024;

    private final char type;
    private final ByteBuffer body;

    private Incoming(char type, ByteBuffer body) {
        this.type = type;
        this.body = body;
    }

    /** The next one; its type is what its first byte says. */
    static Incoming next(DataInputStream in) throws IOException {
        return read((char) in.readUnsignedByte(), in, LONGEST);
    }

    /** The first one of a client, which has no type. */
    static Incoming first(DataInputStream in, int longest) throws IOException {
        return read('\0', in, longest);
    }

    private static Incoming read(char type, DataInputStream in, int longest) throws IOException {
        var length = in.readInt();
        if (length < LENGTH_BYTES || length > longest) throw new SqlError("FATAL", "08P01", "invalid message length");
        var body = new byte[length - LENGTH_BYTES];
        in.readFully(body);
        return new Incoming(type, ByteBuffer.wrap(body));
    }

    char type() {
        return type;
    }

    boolean isEmpty() {
        return !body.hasRemaining();
    }

    char letter() {
        return (char) take(body::get).byteValue();
    }

    int int16() {
        return take(body::getShort);
    }

    int int32() {
        return take(body::getInt);
    }

    /** So many bytes; null for the -1 that says null. */
    byte[] bytes(int count) {
        if (count < 0) return null;
        if (count > body.remaining()) throw malformed();
        var bytes = new byte[count];
        body.get(bytes);
        return bytes;
    }

    /** Up to the next zero. */
    String text() {
        var from = body.position();
        while (take(body::get) != 0) {
            // The text ends where a zero is.
        }
        return new String(body.array(), from, body.position() - from - 1, StandardCharsets.UTF_8);
    }

    private static <T> T take(java.util.function.Supplier<T> next) {
        try {
            return next.get();
        } catch (BufferUnderflowException e) {
            throw malformed();
        }
    }

    private static SqlError malformed() {
        return new SqlError("FATAL", "08P01", "insufficient data left in message");
    }
}
