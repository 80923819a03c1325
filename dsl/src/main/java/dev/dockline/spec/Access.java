package dev.dockline.spec;

/** How a container may use a mount. */
public enum Access {
    /** Reads and writes, the default. */
    READ_WRITE("rw"),
    /** Reads only; a write fails with "Read-only file system". */
    READ_ONLY("ro");

    private final String mode;

    Access(String mode) {
        this.mode = mode;
    }

    /** The mode as the CLI writes it: {@code rw} or {@code ro}. */
    public String mode() {
        return mode;
    }
}
