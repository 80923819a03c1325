package dev.dockline.shell.eval;

import dev.dockline.view.Tabular;
import java.util.function.Supplier;

/** The words that only the shell adds to those of Dockline. */
public final class Words {

    /** The arguments of the script. */
    public static volatile String[] args = {};

    private Words() {}

    /** The absolute path of a file beside the script; at the prompt, of one in the current folder. */
    public static String here(String path) {
        return ScriptFolder.current().resolve(path).normalize().toString();
    }

    /** Shows a table as it changes, until a key is pressed: {@code watch(containers().named("web*"))}. */
    public static Live watch(Tabular table) {
        return new Live(table::again);
    }

    /** Shows any table as it changes, until a key is pressed: {@code watch(() -> volumes())}. */
    public static Live watch(Supplier<? extends Tabular> table) {
        return new Live(table);
    }

    /**
     * Has this done before the session or script ends, also after a failure, Ctrl-C or SIGTERM; the latest block first:
     * {@code onExit(() -> container("web").remove(FORCE))}.
     */
    public static void onExit(Runnable block) {
        AtExit.add(block);
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
