package dev.dockline.shell.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The user's own editor, on the whole terminal. */
final class Editor {
    private Editor() {}

    /** Lets the user edit a text, and returns what it is then; empty if the editor failed. */
    static String edit(String text) throws IOException {
        var file = Files.createTempFile("dockline", ".jsh");
        try {
            Files.writeString(file, text + "\n");
            // The variable may hold options too, so a shell takes it apart.
            var editor = new ProcessBuilder("sh", "-c", command() + " \"$1\"", "sh", file.toString())
                    .inheritIO()
                    .start();
            // Ctrl-C is the editor's.
            return editor.onExit().join().exitValue() == 0
                    ? Files.readString(file).strip()
                    : "";
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String command() {
        return Optional.ofNullable(System.getenv("VISUAL"))
                .or(() -> Optional.ofNullable(System.getenv("EDITOR")))
                .filter(command -> !command.isBlank())
                .orElse("vi");
    }
}
