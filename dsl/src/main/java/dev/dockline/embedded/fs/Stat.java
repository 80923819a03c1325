package dev.dockline.embedded.fs;

import java.time.Instant;

/** What {@code lstat} tells of a file. {@code mode} holds the type's bits too; {@code target} is a link's, else empty. */
public record Stat(int mode, int uid, int gid, long size, Instant modified, long inode, int links, String target) {
    public static final int TYPE = 0170000;
    public static final int FIFO = 0010000;
    public static final int CHARACTER_DEVICE = 0020000;
    public static final int DIRECTORY = 0040000;
    public static final int REGULAR = 0100000;
    public static final int SYMLINK = 0120000;

    public boolean isDirectory() {
        return (mode & TYPE) == DIRECTORY;
    }

    public boolean isRegular() {
        return (mode & TYPE) == REGULAR;
    }

    public boolean isLink() {
        return (mode & TYPE) == SYMLINK;
    }

    public boolean isDevice() {
        return (mode & TYPE) == CHARACTER_DEVICE;
    }

    public boolean isFifo() {
        return (mode & TYPE) == FIFO;
    }

    /** The permissions with the set-id and sticky bits. */
    public int permissions() {
        return mode & 07777;
    }

    public boolean isExecutable() {
        return (mode & 0111) != 0;
    }

    /** As {@code ls -l} shows it: {@code drwxr-xr-x}. */
    public String symbolic() {
        var type = switch (mode & TYPE) {
            case DIRECTORY -> 'd';
            case SYMLINK -> 'l';
            case FIFO -> 'p';
            case CHARACTER_DEVICE -> 'c';
            default -> '-';
        };
        return type
                + triple(mode >> 6, mode & 04000, 's')
                + triple(mode >> 3, mode & 02000, 's')
                + triple(mode, mode & 01000, 't');
    }

    private static String triple(int bits, int special, char letter) {
        var executable = (bits & 1) != 0;
        var last = executable ? 'x' : '-';
        if (special != 0) last = executable ? letter : Character.toUpperCase(letter);
        return ((bits & 4) != 0 ? "r" : "-") + ((bits & 2) != 0 ? "w" : "-") + last;
    }
}
