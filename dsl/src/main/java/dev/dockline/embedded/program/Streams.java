package dev.dockline.embedded.program;

import java.io.InputStream;
import java.io.OutputStream;

/** A program's three standard streams. */
public record Streams(InputStream in, OutputStream out, OutputStream err) {
    public Streams withIn(InputStream other) {
        return new Streams(other, out, err);
    }

    public Streams withOut(OutputStream other) {
        return new Streams(in, other, err);
    }

    public Streams withErr(OutputStream other) {
        return new Streams(in, out, other);
    }
}
