package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** The lines of earlier sessions. */
class HistoryAtPromptTest extends PromptStory {
    @Test
    void lines_are_kept_for_the_next_session() throws Exception {
        try (var screen = start()) {
            screen.line("\"first!\"");
            screen.awaitEnd("first!\ndockline>");
            screen.type("\u0004");
            screen.awaitExit();
        }
        var history = folder.resolve(".local/state/dockline/history");
        assertThat(history).exists();
        // As one from a backup may be.
        Files.setPosixFilePermissions(history, PosixFilePermissions.fromString("rw-r--r--"));
        try (var screen = start()) {
            assertThat(screen.text()).doesNotContain("New here?", "WARNING");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                    .isEqualTo("rw-------");
            screen.type("\u0010");
            screen.awaitEnd("dockline> \"first!\"");
        }
    }

    @Test
    void two_prompts_at_once_keep_the_lines_of_both() throws Exception {
        try (var one = start();
                var other = start()) {
            for (var i = 0; i < 3; i++) {
                one.line("\"one " + i + "\"");
                one.awaitEnd("\none " + i + "\ndockline>");
                other.line("\"other " + i + "\"");
                other.awaitEnd("\nother " + i + "\ndockline>");
            }
            one.type("\u0004");
            one.awaitExit();
            other.type("\u0004");
            other.awaitExit();
        }
        assertThat(Files.readString(folder.resolve(".local/state/dockline/history")))
                .contains("one 0", "one 1", "one 2", "other 0", "other 1", "other 2");
    }

    @Test
    void a_history_that_cannot_be_written_loses_nothing_else() throws Exception {
        // What holds for a folder in its place holds for a disk that takes no more: it cannot be written.
        var history = Files.createDirectories(folder.resolve(".local/state/dockline/history"));
        Files.setPosixFilePermissions(history, PosixFilePermissions.fromString("rwx------"));
        try (var screen = start()) {
            screen.line("40 + 2");
            screen.awaitEnd("40 + 2\n42\ndockline>");
            screen.line("40 + 3");
            screen.awaitEnd("40 + 3\n43\ndockline>");
            screen.type("\u0004");
            assertThat(screen.awaitExit()).isZero();
        }
    }

    @Test
    void a_home_that_cannot_be_written_is_no_reason_to_fail() throws Exception {
        Files.writeString(folder.resolve(".local"), "a file");
        try (var screen = start()) {
            assertThat(screen.text()).contains("The lines of this session are not kept: ");
            screen.line("1 + 1");
            screen.awaitEnd("dockline> 1 + 1\n2\ndockline>");
            screen.type("\u0004");
            assertThat(screen.awaitExit()).isZero();
        }
    }

    @Test
    void up_looks_for_what_begins_like_the_line() throws Exception {
        try (var screen = start()) {
            screen.line("var first = 1");
            screen.awaitEnd("first = 1\ndockline>");
            screen.line("2 + 2");
            screen.awaitEnd("4\ndockline>");
            screen.type("va\u001b[A");
            screen.awaitEnd("dockline> var first = 1");
        }
    }
}
