package dev.dockline.transfer;

import java.io.FilterInputStream;
import java.io.IOException;

/** A tar stream to read from, written meanwhile by a thread of its own. */
final class TarPipe extends FilterInputStream {
    @FunctionalInterface
    interface Writer {
        /** Writes the entries. */
        void write(Entries entries) throws IOException;
    }

    private final Pipe pipe;
    private final Entries entries;

    TarPipe(Writer writer) {
        super(new Pipe());
        pipe = (Pipe) in;
        entries = new Entries(pipe.sink());
        pipe.begin(() -> {
            try (entries) {
                writer.write(entries);
            }
        });
    }

    /** What was written, once all is read. */
    Entries entries() {
        return entries;
    }

    /** Throws what kept it from being written to its end, if anything did. */
    void check() throws IOException {
        pipe.check();
    }
}
