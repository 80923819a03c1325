package dev.dockline.error;

/** A container was started and did not become ready. */
public final class NotReady extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts; {@code log} is the end of what the container wrote. */
    public NotReady(String what, String condition, String how, String log) {
        super(
                what,
                "it waited for " + condition + ", and " + how
                        + (log.isBlank()
                                ? "; it wrote nothing"
                                : "; it wrote last:\n  " + log.strip().replace("\n", "\n  ")),
                "a longer time limit as the last argument, or another condition");
    }

    private NotReady(String what, String why, String next) {
        super(what, why, next);
    }

    /** The container has no health check that could pass. */
    public static NotReady withoutHealthcheck(String what) {
        return new NotReady(
                what,
                "it waited for its health check to pass, and it has none",
                "healthcheck(\"…\") in the declaration, or another condition");
    }
}
