package dev.dockline.embedded.program.shell;

import java.io.IOException;

/** A script that is no script. */
final class SyntaxError extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean incomplete;

    SyntaxError(String message, boolean incomplete) {
        super(message);
        this.incomplete = incomplete;
    }

    /** More text could still make it right. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** The same, with what would have been right. */
    SyntaxError expecting(String what) {
        return new SyntaxError(getMessage() + " (expecting \"" + what + "\")", incomplete);
    }

    static SyntaxError unexpected(String what) {
        return new SyntaxError("syntax error: unexpected " + what, false);
    }

    static SyntaxError unterminated(String what) {
        return new SyntaxError("syntax error: unterminated " + what, true);
    }
}
