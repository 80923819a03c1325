package dev.dockline.embedded.program;

import java.io.IOException;

/** Ends a program at once with a message on its standard error and an exit code. */
public final class ExitException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int code;

    public ExitException(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
