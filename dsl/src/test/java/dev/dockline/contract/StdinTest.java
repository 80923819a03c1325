package dev.dockline.contract;

import static dev.dockline.Dockline.stdin;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard input of commands, and its end. */
class StdinTest extends EngineContract {
    @Test
    void a_call_reads_to_the_end() {
        assertThat(container("one")
                        .image("busybox")
                        .call(stdin("hello\n"), "cat")
                        .out())
                .isEqualTo("hello\n");
        assertThat(container("two").image("busybox").call(stdin(""), "cat").out())
                .isEmpty();
        assertThat(exists("one")).isFalse();
    }

    @Test
    void an_exec_reads_to_the_end() {
        var web = idle("web").run();
        assertThat(web.exec(stdin("b\na\n"), "cat").out()).isEqualTo("b\na\n");
        web.exec(stdin("kept\n"), "sh", "-c", "cat > /tmp/note; echo done >&2");
        assertThat(web.exec("cat", "/tmp/note").out()).isEqualTo("kept\n");
    }

    @Test
    void a_large_input_and_output_at_once(@TempDir Path folder) throws IOException {
        var bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ('a' + (bytes[i] & 15));
        }
        var file = Files.write(folder.resolve("large"), bytes);
        assertThat(container("web")
                        .image("busybox")
                        .call(stdin(file), "cat")
                        .out()
                        .getBytes())
                .isEqualTo(bytes);
    }

    @Test
    void a_command_that_ends_before_its_input() {
        assertThat(container("web")
                        .image("busybox")
                        .call(stdin("x\n".repeat(500_000)), "echo", "early")
                        .out())
                .isEqualTo("early\n");
    }
}
