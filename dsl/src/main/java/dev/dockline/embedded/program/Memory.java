package dev.dockline.embedded.program;

/** What a program may keep of what it reads: one that reads without end is told so, before the engine has no more itself. */
public final class Memory {
    private static final long MEBIBYTE = 1 << 20;
    private static final int OF_THE_HEAP = 16;
    private static final long MOST =
            Math.min(64 * MEBIBYTE, Runtime.getRuntime().maxMemory() / OF_THE_HEAP);
    // What Java needs for a text beside its letters.
    private static final int OBJECT = 64;

    private long taken;

    /**
     * Takes room for a text that is kept.
     *
     * @throws ExitException if there is no more
     */
    public void take(String text) throws ExitException {
        take(OBJECT + (long) text.length());
    }

    /** Gives back the room of a text that is kept no longer. */
    public void giveBack(String text) {
        taken -= OBJECT + (long) text.length();
    }

    /**
     * Takes room for bytes.
     *
     * @throws ExitException if there is no more
     */
    public void take(long bytes) throws ExitException {
        if (!fits(bytes)) throw exhausted();
        taken += bytes;
    }

    boolean fits(long bytes) {
        return taken + bytes <= MOST;
    }

    /** As busybox says it. */
    public static ExitException exhausted() {
        return new ExitException(1, "out of memory");
    }
}
