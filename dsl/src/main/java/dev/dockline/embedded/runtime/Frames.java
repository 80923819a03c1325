package dev.dockline.embedded.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Docker's framing of two streams in one: the stream's number, the length, the bytes. */
public final class Frames {
    private static final int HEADER = 8;

    private Frames() {}

    public static byte[] frame(int stream, byte[] bytes, int offset, int length) {
        return ByteBuffer.allocate(HEADER + length)
                .put((byte) stream)
                .put(new byte[3])
                .putInt(length)
                .put(bytes, offset, length)
                .array();
    }

    /** What was framed, of both streams. */
    static byte[] payload(byte[] framed) {
        var payload = new ByteArrayOutputStream();
        for (var left = ByteBuffer.wrap(framed); left.remaining() >= HEADER; ) {
            var length = left.getInt(left.position() + HEADER - Integer.BYTES);
            payload.write(framed, left.position() + HEADER, length);
            left.position(left.position() + HEADER + length);
        }
        return payload.toByteArray();
    }

    public static byte[] frame(int stream, byte[] bytes) {
        return frame(stream, bytes, 0, bytes.length);
    }
}
