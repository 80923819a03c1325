package dev.dockline.shell.eval;

/** The words that only the shell adds to those of Dockline. */
public final class Words {

    /** The arguments of the script. */
    public static volatile String[] args = {};

    private Words() {}

    /** The absolute path of a file beside the script; at the prompt, of one in the current folder. */
    public static String here(String path) {
        return ScriptFolder.current().resolve(path).normalize().toString();
    }

    /** Ends the session or script with exit code 0. */
    public static void exit() {
        exit(0);
    }

    /** Ends the session or script with the given exit code. */
    public static void exit(int code) {
        throw new Exit(code);
    }
}
