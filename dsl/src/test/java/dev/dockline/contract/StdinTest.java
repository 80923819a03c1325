package dev.dockline.contract;

import static dev.dockline.Dockline.stdin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.engine.Keys;
import dev.dockline.engine.Terminal;
import dev.dockline.error.ContainerNotRunning;
import dev.dockline.error.NoTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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

    @Test
    void a_shell_where_nobody_types_is_refused() {
        var web = idle("web").run();
        assertThat(failure(web::shell, NoTerminal.class))
                .isEqualTo("Cannot open a shell in container \"web\": there is no terminal to type at.\n"
                        + "Try: container(\"web\").exec(\"sh\", \"-c\", \"…\")");
        web.kill();
        assertThat(failure(web::attach, ContainerNotRunning.class)).startsWith("Cannot attach to container \"web\"");
    }

    @Test
    void a_shell_has_the_terminal_until_it_ends() {
        var web = idle("web").run();
        try (var typing = new Typing("echo hi-$((1+1)); stty size; exit\r")) {
            docker.terminal(typing);
            web.shell();
            assertThat(typing.shown()).contains("hi-2").contains("33 77").endsWith("exit\r\n");
            assertThat(typing.taken).isFalse();
        } finally {
            docker.terminal(Terminal.plain());
        }
    }

    /** A terminal at which a text is typed and nothing more. */
    private static final class Typing implements Terminal, Keys {
        private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
        private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        private final BlockingQueue<Integer> keys = new LinkedBlockingQueue<>();
        private boolean taken;

        Typing(String text) {
            text.chars().forEach(keys::add);
        }

        String shown() {
            return shown.toString(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Keys> takeKeys() {
            taken = true;
            return Optional.of(this);
        }

        @Override
        public InputStream in() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    try {
                        return keys.take();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int key = read();
                    bytes[offset] = (byte) key;
                    return key < 0 ? -1 : 1;
                }
            };
        }

        @Override
        public PrintStream out() {
            return out;
        }

        @Override
        public PrintStream err() {
            return out;
        }

        @Override
        public Progress progress(String task) {
            return Terminal.plain().progress(task);
        }

        @Override
        public int rows() {
            return 33;
        }

        @Override
        public int columns() {
            return 77;
        }

        @Override
        public void onResize(Runnable changed) {}

        @Override
        public void close() {
            taken = false;
            keys.add(-1);
        }
    }
}
