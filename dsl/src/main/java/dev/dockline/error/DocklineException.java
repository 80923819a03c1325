package dev.dockline.error;

/**
 * A failure in three parts: what was being done to what, why it failed, and the next line to type.
 *
 * <pre>{@code
 * Cannot run container "web": the name is in use by container 3f2a… (running).
 * Try: container("web").remove(FORCE), or another name
 * }</pre>
 */
public abstract class DocklineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String why;
    private final String next;

    /** Takes the three parts without closing punctuation; {@code next} is a line that can be typed. */
    protected DocklineException(String what, String why, String next) {
        this(what, why, next, null);
    }

    /** As above, with what the engine or the system threw, for whoever asks for the trace. */
    protected DocklineException(String what, String why, String next, Throwable cause) {
        super(what + ": " + why + ".\nTry: " + next, cause);
        this.what = what;
        this.why = why;
        this.next = next;
    }

    /** What was being done, to what. */
    public final String what() {
        return what;
    }

    /** Why it failed, in the engine's words where it had any. */
    public final String why() {
        return why;
    }

    /** The next line to type. */
    public final String next() {
        return next;
    }

    /** The exit code of a script that fails with this: 5, a refusal, unless the kind says otherwise. */
    public int exitCode() {
        return 5;
    }
}
