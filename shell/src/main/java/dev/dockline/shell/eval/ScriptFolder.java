package dev.dockline.shell.eval;

import java.nio.file.Path;

/** The folder of the script that runs, which {@code here} resolves against. */
public final class ScriptFolder {
    private static volatile Path current = Path.of("").toAbsolutePath();

    private ScriptFolder() {}

    /** The folder of what runs now. */
    public static Path current() {
        return current;
    }

    /** Sets the folder for what runs from now on. */
    public static void enter(Path folder) {
        current = folder.toAbsolutePath();
    }
}
