package dev.dockline.shell.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines typed so far; where they cannot be kept, that is told once, and they last as long as the session. */
final class SnippetHistory extends DefaultHistory {
    private final Path file;
    private final Consumer<String> notice;
    private boolean told;

    SnippetHistory(Path file, Consumer<String> notice) {
        this.file = file;
        this.notice = notice;
    }

    @Override
    public void load() {
        try {
            // Lines may hold secrets, so nobody else reads them.
            if (Files.isRegularFile(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            super.load();
        } catch (IOException | RuntimeException e) {
            tell("The lines of earlier sessions cannot be read", e);
        }
    }

    @Override
    public void save() {
        try {
            super.save();
        } catch (IOException e) {
            tell("The lines of this session cannot be kept", e);
        }
    }

    private void tell(String what, Exception e) {
        if (!told) {
            told = true;
            notice.accept(what + ": " + e.getMessage() + ".");
        }
    }
}
