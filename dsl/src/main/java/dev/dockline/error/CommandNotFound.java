package dev.dockline.error;

/** The command of a container cannot be started. */
public final class CommandNotFound extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public CommandNotFound(String what, String command, String reason, Throwable cause) {
        super(what, reason, next(command), cause);
    }

    private static String next(String command) {
        return command.contains(" ")
                ? "\"" + String.join("\", \"", command.trim().split(" +")) + "\", each word on its own"
                : "command(\"sh\", \"-c\", \"…\"), or another program that the image has";
    }
}
