package dev.dockline.embedded.runtime;

import dev.dockline.embedded.program.Streams;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What a terminal does to a program's output: each line ends with a carriage return too. */
final class Terminal {
    private Terminal() {}

    static Streams of(Streams raw) {
        return new Streams(raw.in(), new Cooked(raw.out()), new Cooked(raw.err()));
    }

    private static final class Cooked extends FilterOutputStream {
        Cooked(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var cooked = new java.io.ByteArrayOutputStream(length + 16);
            for (var i = offset; i < offset + length; i++) {
                if (bytes[i] == '\n') cooked.write('\r');
                cooked.write(bytes[i]);
            }
            out.write(cooked.toByteArray());
        }
    }
}
