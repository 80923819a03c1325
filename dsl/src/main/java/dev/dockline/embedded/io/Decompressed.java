package dev.dockline.embedded.io;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** A stream as it is, or what a compression has made of it undone; its first bytes tell, as in Docker. */
public final class Decompressed {
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] BZIP2 = {'B', 'Z', 'h'};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z'};
    private static final int LONGEST = 5;

    private Decompressed() {}

    /** A compression that nothing here can undo. */
    public static final class Unknown extends IOException {
        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message);
        }
    }

    /**
     * What the stream holds.
     *
     * @throws Unknown if that is compressed in a way that nothing here can undo
     * @throws IOException if it cannot be read
     */
    public static InputStream of(InputStream stream) throws IOException {
        var in = new BufferedInputStream(stream);
        in.mark(LONGEST);
        var first = in.readNBytes(LONGEST);
        in.reset();
        if (begins(first, GZIP)) return new GZIPInputStream(in);
        if (begins(first, BZIP2)) return new BZip2CompressorInputStream(in);
        if (begins(first, ZSTD)) return zstd(in);
        if (begins(first, XZ)) throw new Unknown("xz is a compression that the embedded engine does not know");
        return in;
    }

    private static boolean begins(byte[] first, byte[] mark) {
        return first.length >= mark.length && Arrays.equals(first, 0, mark.length, mark, 0, mark.length);
    }

    private static InputStream zstd(InputStream in) throws IOException {
        try {
            return Zstd.of(in);
        } catch (NoClassDefFoundError missing) {
            throw new Unknown("zstd needs the library com.github.luben:zstd-jni, which is not there");
        }
    }

    // The library is optional: a class of its own, which is loaded where it is needed.
    private static final class Zstd {
        static InputStream of(InputStream in) throws IOException {
            return new ZstdInputStream(in);
        }
    }
}
