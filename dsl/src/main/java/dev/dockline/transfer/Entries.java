package dev.dockline.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar file being written, entry by entry: long names, big numbers, every script. */
final class Entries implements AutoCloseable {
    private static final int BLOCK = 4096;
    private static final byte[] ZEROS = new byte[BLOCK];
    private static final long WORTH_A_HOLE = 1 << 20;

    private final TarArchiveOutputStream tar;
    private final byte[] buffer = new byte[16 * BLOCK];
    private final List<String> hollow = new ArrayList<>();
    private TarArchiveEntry first;
    private int count;

    Entries(OutputStream out) {
        tar = new TarArchiveOutputStream(out);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    /** Writes one entry with the content that its size promises; holes that it tells of are written out. */
    void put(TarArchiveEntry given, InputStream content) throws IOException {
        var entry = given.isSparse() ? filled(given) : given;
        first = first == null ? entry : first;
        count++;
        tar.putArchiveEntry(entry);
        if (copy(content, entry.getSize()) >= WORTH_A_HOLE) {
            hollow.add(entry.getName());
        }
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry filled(TarArchiveEntry sparse) {
        var entry = new TarArchiveEntry(sparse.getName());
        entry.setSize(sparse.getRealSize());
        entry.setMode(sparse.getMode());
        entry.setUserId(sparse.getLongUserId());
        entry.setGroupId(sparse.getLongGroupId());
        entry.setLastModifiedTime(sparse.getLastModifiedTime());
        return entry;
    }

    private long copy(InputStream content, long size) throws IOException {
        long zeros = 0;
        for (long left = size; left > 0; ) {
            int read = content.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            if (read == 0) {
                break;
            }
            for (int block = 0; block + BLOCK <= read; block += BLOCK) {
                zeros += Arrays.equals(buffer, block, block + BLOCK, ZEROS, 0, BLOCK) ? BLOCK : 0;
            }
            tar.write(buffer, 0, read);
            left -= read;
        }
        return zeros;
    }

    /** How many were written. */
    int count() {
        return count;
    }

    /** The first that was written. */
    Optional<TarArchiveEntry> first() {
        return Optional.ofNullable(first);
    }

    /** The names of the files that are zeros for a megabyte or more, which may have been holes. */
    List<String> hollow() {
        return hollow;
    }

    /** Ends the tar file, and closes what it is written to. */
    @Override
    public void close() throws IOException {
        tar.close();
    }
}
