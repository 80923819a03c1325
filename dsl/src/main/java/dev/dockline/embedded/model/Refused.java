package dev.dockline.embedded.model;

/** A request that the engine refuses: the HTTP status and the message Docker answers with. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public static Refused badRequest(String message) {
        return new Refused(400, message);
    }

    public static Refused forbidden(String message) {
        return new Refused(403, message);
    }

    public static Refused notFound(String message) {
        return new Refused(404, message);
    }

    public static Refused conflict(String message) {
        return new Refused(409, message);
    }

    public static Refused failed(String message) {
        return new Refused(500, message);
    }

    public static Refused notDone(String what) {
        return new Refused(501, "the embedded engine of Dockline " + what);
    }

    public static Refused noSuchContainer(String reference) {
        return notFound("No such container: " + reference);
    }
}
