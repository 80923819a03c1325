package dev.dockline;

/**
 * What a command left behind.
 *
 * @param exitCode its exit code, 0 where it went well
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Outcome(int exitCode, String out, String err) {
    /** What a plan has for a command that it does not run. */
    static final Outcome UNKNOWN = new Outcome(0, "", "");

    /** Whether the exit code is 0. */
    public boolean succeeded() {
        return exitCode == 0;
    }

    @Override
    public String toString() {
        return "exit " + exitCode;
    }
}
