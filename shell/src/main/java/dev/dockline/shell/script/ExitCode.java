package dev.dockline.shell.script;

import dev.dockline.error.DocklineException;
import dev.dockline.shell.eval.Outcome;
import java.util.OptionalInt;

/** The exit codes of Dockline. */
public final class ExitCode {
    /** All went well. */
    public static final int OK = 0;

    /** A script threw, or a command in a container failed. */
    public static final int THREW = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** Refused, by the engine or by Dockline. */
    public static final int REFUSED = 5;

    /** A snippet does not compile. */
    public static final int DOES_NOT_COMPILE = 3;

    /** A plan found changes. */
    public static final int CHANGES = 10;

    /** SIGTERM, as shells say it. */
    public static final int TERMINATED = 143;

    /** Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** The code that a script ends with after this outcome; empty if it goes on. */
    public static OptionalInt of(Outcome outcome) {
        if (outcome instanceof Outcome.Continued continued) {
            return of(continued.outcome());
        } else if (outcome instanceof Outcome.Rejected) {
            return OptionalInt.of(DOES_NOT_COMPILE);
        } else if (outcome instanceof Outcome.Threw threw) {
            return OptionalInt.of(threw.error() instanceof DocklineException refusal ? refusal.exitCode() : THREW);
        } else if (outcome instanceof Outcome.Interrupted) {
            return OptionalInt.of(INTERRUPTED);
        } else if (outcome instanceof Outcome.Exited exited) {
            return OptionalInt.of(exited.code());
        }
        return OptionalInt.empty();
    }
}
