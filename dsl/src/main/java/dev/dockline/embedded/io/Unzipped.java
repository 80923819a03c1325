package dev.dockline.embedded.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A stream as it is, or what gzip has made of it undone; its first bytes tell. */
public final class Unzipped {
    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;

    private Unzipped() {}

    public static InputStream of(InputStream stream) throws IOException {
        var in = new BufferedInputStream(stream);
        in.mark(2);
        var zipped = in.read() == FIRST && in.read() == SECOND;
        in.reset();
        return zipped ? new GZIPInputStream(in) : in;
    }
}
