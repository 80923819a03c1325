package dev.dockline.transfer;

import dev.dockline.error.BackupFailed;
import dev.dockline.error.RestoreFailed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdUtils;

/** How a tar file is compressed: as its name says when it is written, as its first bytes say when it is read. */
enum Packing {
    NONE,
    GZIP,
    ZSTD;

    private static final int MAGIC = 4;
    private static final String ZSTD_NEEDED = "zstd needs the library com.github.luben:zstd-jni, which is not there";
    private static final String ZSTD_NEXT =
            "a name that ends in .tar.gz, or the dependency com.github.luben:zstd-jni:1.5.7-9";

    static Packing byName(Path file) {
        var name = file.getFileName().toString();
        return name.matches(".*\\.(tgz|gz)") ? GZIP : name.matches(".*\\.(zst|zstd|tzst)") ? ZSTD : NONE;
    }

    OutputStream pack(String what, OutputStream out) throws IOException {
        return switch (this) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out, 1 << 16);
            case ZSTD -> {
                if (!ZstdUtils.isZstdCompressionAvailable()) {
                    throw new BackupFailed(what, ZSTD_NEEDED, ZSTD_NEXT, null);
                }
                yield new ZstdCompressorOutputStream(out);
            }
        };
    }

    /** How a file is packed. */
    static Packing of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return of(in.readNBytes(MAGIC));
        }
    }

    private static Packing of(byte[] magic) {
        if (magic.length == MAGIC && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
            return GZIP;
        }
        return ZstdUtils.matches(magic, magic.length) ? ZSTD : NONE;
    }

    static InputStream unpack(String what, InputStream packed) throws IOException {
        var in = new BufferedInputStream(packed, 1 << 16);
        in.mark(MAGIC);
        var packing = of(in.readNBytes(MAGIC));
        in.reset();
        return switch (packing) {
            case NONE -> in;
            case GZIP -> new GZIPInputStream(in, 1 << 16);
            case ZSTD -> {
                if (!ZstdUtils.isZstdCompressionAvailable()) {
                    throw new RestoreFailed(
                            what, ZSTD_NEEDED, "the dependency com.github.luben:zstd-jni:1.5.7-9", null);
                }
                yield new ZstdCompressorInputStream(in);
            }
        };
    }
}
