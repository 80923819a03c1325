package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Docker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ctrl-C while the engine is at work, or hangs: the prompt is back, and all goes on as before. */
class InterruptedAtPromptTest extends EngineStory {
    // The prompt is due in 200 ms; a busy machine and the looking at the screen are given as much again.
    private static final long PROMPT_MILLIS = 400;

    private Docker other;

    @BeforeEach
    void makeContainers() {
        other = Docker.connect("unix://" + socket);
        other.container("ticking").image("busybox").run("sh", "-c", "while true; do echo tick; sleep 0.05; done");
        other.container("data").image("busybox").volume("/data").run("sleep", "600");
        other.container("data").exec("sh", "-c", "head -c 150000000 /dev/urandom > /data/rows");
    }

    @AfterEach
    void close() {
        other.close();
    }

    /** Types a line, waits until the screen shows that it is at work, presses Ctrl-C and takes the time. */
    private void interrupt(Screen screen, String line, String shown) throws Exception {
        var times = new ArrayList<Long>();
        for (var i = 0; i < 3; i++) {
            screen.line(line);
            screen.await(text -> isAtWork(text, line, shown));
            Thread.sleep(300);
            var began = System.nanoTime();
            screen.type("\u0003");
            screen.await(text -> text.endsWith("\n" + PROMPT) && text.contains("Interrupted"));
            times.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
        }
        System.out.println("Ctrl-C, " + line + ": " + times + " ms");
        assertThat(times.stream().sorted().toList().get(1)).as(line).isLessThan(PROMPT_MILLIS);
        screen.line("\"still \" + \"here\"");
        screen.awaitEnd("still here\n" + PROMPT);
    }

    // Output may have moved the line out of sight.
    private static boolean isAtWork(String text, String line, String shown) {
        var entered = text.lastIndexOf(PROMPT + " " + line);
        return shown.isEmpty() ? entered >= 0 && entered == text.lastIndexOf(PROMPT) : text.endsWith("\n" + shown);
    }

    @Test
    void follow_exec_call_and_backup() throws Exception {
        try (var screen = connected()) {
            interrupt(screen, "container(\"ticking\").follow()", "tick");
            interrupt(screen, "container(\"data\").exec(\"sleep\", \"60\")", "");
            interrupt(screen, "container().image(\"busybox\").call(\"sleep\", \"60\")", "");
            interrupt(
                    screen,
                    "volume(other).backup(\"rows.tar\")".replace("other", "container(\"data\").mounts().get(0).name()"),
                    "");
            screen.line("container(\"ticking\").state().status()");
            screen.awaitEnd("\nrunning\n" + PROMPT);
        }
        assertThat(folder.toFile().list()).doesNotContain("rows.tar");
    }

    @Test
    void at_any_moment_behind_enter() throws Exception {
        try (var screen = connected()) {
            for (var millis : List.of(0, 2, 5, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200)) {
                screen.type("container(\"ticking\").follow()\r");
                Thread.sleep(millis);
                screen.type("\u0003");
                // What is typed in the same moment may be thrown away with the line.
                screen.typeUntilSeen(millis + " + 1000\r", "\n" + (millis + 1000) + "\n");
            }
        }
    }

    @Test
    void an_engine_that_hangs() throws Exception {
        try (var screen = connected()) {
            screen.line("var kept = containers().size()");
            screen.awaitEnd("size()\n" + PROMPT);
            signal("STOP");
            interrupt(screen, "containers()", "");
            interrupt(screen, "container(\"late\").image(\"busybox\").create()", "");
            interrupt(screen, "container(\"ticking\").follow()", "");
            signal("CONT");
            screen.line("containers().running().size() + kept");
            screen.awaitEnd("\n4\n" + PROMPT);
        }
    }

    @Test
    void an_engine_that_begins_to_hang_when_something_has_been_changed() throws Exception {
        try (var screen = connected()) {
            screen.line("{ container(\"ticking\").pause(); Thread.sleep(60_000); }");
            Awaitility.await()
                    .until(() -> other.container("ticking").state().status().equals("paused"));
            // The block is to be in its sleep, not in the end of the call.
            Thread.sleep(300);
            signal("STOP");
            var began = System.nanoTime();
            screen.type("\u0003");
            screen.awaitEnd("The engine does not say what changed.\nInterrupted.\n" + PROMPT);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1000));
            signal("CONT");
            screen.line("container(\"ticking\").state().status()");
            screen.await(text -> text.contains("~ ticking  busybox  paused") && text.endsWith("\npaused\n" + PROMPT));
        }
    }

    private void signal(String signal) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(engine.pid())).start();
        assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }
}
