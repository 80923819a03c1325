package dev.dockline.error;

/** There is no engine at an address, or it may not be opened. */
public final class EngineUnreachable extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public EngineUnreachable(String what, String why, String next, Throwable cause) {
        super(what, why, next, cause);
    }

    @Override
    public int exitCode() {
        return 4;
    }
}
