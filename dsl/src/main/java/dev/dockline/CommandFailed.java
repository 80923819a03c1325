package dev.dockline;

import dev.dockline.error.DocklineException;

/**
 * A command in a container ended with another exit code than 0.
 *
 * <p>It stands here and not with its like in {@code error}, since it carries an {@link Outcome}.
 */
public final class CommandFailed extends DocklineException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    CommandFailed(String what, String command, Outcome outcome) {
        super(what, "\"" + command + "\" ended with exit code " + outcome.exitCode() + lastLine(outcome), next(what));
        this.outcome = outcome;
    }

    /** The exit code and all that the command wrote. */
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public int exitCode() {
        return 1;
    }

    private static String lastLine(Outcome outcome) {
        var lines = outcome.err().strip().split("\n");
        var last = lines.length - 1;
        // A caret stands under the line that it points at, and what is wrong is said above both.
        var told = last >= 2 && lines[last].strip().equals("^") ? last - 2 : last;
        return lines[told].isBlank() ? "" : ": " + lines[told].strip();
    }

    private static String next(String what) {
        return (what.startsWith("Cannot exec") ? "exec" : "call") + "(ANY_EXIT, …) if that is no failure";
    }
}
