package dev.dockline.error;

/** The engine refused, and no kind of its own fits. */
public final class EngineRefused extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public EngineRefused(String what, String why, Throwable cause) {
        super(what, why, "engine() to see what the engine is, /why for the trace", cause);
    }
}
