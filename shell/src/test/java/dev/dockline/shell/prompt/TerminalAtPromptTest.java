package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Docker;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program in a container has the whole terminal, and gives it back: {@code shell()}. */
class TerminalAtPromptTest extends PromptStory {
    private final String name =
            "shell-" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0xffff));
    private String used = "embedded";

    static Stream<String> engines() {
        var named = System.getenv().getOrDefault("DOCKLINE_TEST_ENGINES", "");
        return Stream.concat(
                Stream.of("embedded"),
                Arrays.stream(named.split(",")).map(String::strip).filter(url -> !url.isEmpty()));
    }

    @AfterEach
    void remove() {
        if (!used.equals("embedded")) {
            try (var docker = Docker.connect(used)) {
                docker.containers().named(name).remove(dev.dockline.Dockline.FORCE);
            }
        }
    }

    private Screen inShell(String engine) throws Exception {
        used = engine;
        var screen = greeted("engine", "xterm-256color", "--engine", engine);
        screen.await(text -> text.matches("(?s).*dockline[^>]*>"));
        screen.line("container(\"" + name + "\").image(\"busybox\").run(\"sleep\", \"600\")");
        screen.await(text -> text.contains("+ " + name) && text.endsWith(">"));
        screen.line("container(\"" + name + "\").shell()");
        screen.typeUntil("\r", "/ #");
        return screen;
    }

    private static void leave(Screen screen) throws Exception {
        screen.line("exit");
        screen.await(text -> text.matches("(?s).*/ # exit\\s+dockline[^>]*>"));
        screen.line("20 + 22");
        screen.await(text -> text.matches("(?s).*\n42\ndockline[^>]*>"));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void it_has_the_size_of_the_terminal_also_when_that_changes(String engine) throws Exception {
        try (var screen = inShell(engine)) {
            screen.line("stty size");
            screen.awaitEnd("40 80\n/ #");
            screen.resize(100, 30);
            // The engine is told beside what is typed.
            Thread.sleep(300);
            screen.line("stty size");
            screen.awaitEnd("30 100\n/ #");
            leave(screen);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void it_may_show_another_screen_and_colours(String engine) throws Exception {
        try (var screen = inShell(engine)) {
            screen.line(
                    "printf '\\033[?1049h\\033[H\\033[31mthe other screen\\033[0m'; read key; printf '\\033[?1049l'");
            screen.await(text -> text.startsWith("the other screen") && !text.contains("shell()"));
            screen.line("");
            screen.await(text -> text.contains("shell()") && text.endsWith("/ #"));
            leave(screen);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void ctrl_c_and_ctrl_z_are_its_own(String engine) throws Exception {
        try (var screen = inShell(engine)) {
            screen.line("sleep 300");
            screen.awaitEnd("sleep 300");
            // The program must run before it can be interrupted.
            Thread.sleep(500);
            screen.type("\u0003");
            screen.awaitEnd("^C\n/ #");
            if (!engine.equals("embedded")) {
                screen.line("sleep 300");
                Thread.sleep(500);
                screen.type("\u001a");
                screen.await(text -> text.contains("Stopped") && text.endsWith("/ #"));
                screen.line("kill %1; fg");
                screen.await(text -> text.endsWith("/ #") && !text.endsWith("fg"));
            }
            screen.line("echo still $((40 + 2))");
            screen.awaitEnd("still 42\n/ #");
            leave(screen);
            assertThat(screen.text()).doesNotContain("Interrupted");
        }
    }
}
