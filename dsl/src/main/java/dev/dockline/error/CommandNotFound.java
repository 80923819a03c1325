package dev.dockline.error;

/** The command of a container cannot be started. */
public final class CommandNotFound extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public CommandNotFound(String what, String command, String reason, Throwable cause) {
        super(
                what,
                reason,
                "command(…) with a program that the image has; \"" + command + "\" is not one, or may not be executed",
                cause);
    }
}
