package dev.dockline.embedded.fs;

/** What a user wants to do with a file, against its mode. */
public enum Access {
    READ(4),
    WRITE(2),
    EXECUTE(1);

    private final int bit;

    Access(int bit) {
        this.bit = bit;
    }

    public boolean allowed(FileView view, Stat stat) {
        if (view.uid() == 0) return this != EXECUTE || stat.isDirectory() || stat.isExecutable();
        var shift = view.uid() == stat.uid() ? 6 : view.gid() == stat.gid() ? 3 : 0;
        return (stat.mode() >> shift & bit) != 0;
    }

    void require(FileView view, Stat stat, String path) throws FileError {
        if (!allowed(view, stat)) throw Errno.EACCES.on(path);
    }
}
