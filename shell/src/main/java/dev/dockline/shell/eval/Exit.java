package dev.dockline.shell.eval;

/** Carries {@code exit(n)} out of a snippet; an error, so that a snippet's own catch of exceptions lets it pass. */
final class Exit extends Error {
    private static final long serialVersionUID = 1;

    final int code;

    Exit(int code) {
        super("exit(" + code + ")", null, false, false);
        this.code = code;
    }
}
