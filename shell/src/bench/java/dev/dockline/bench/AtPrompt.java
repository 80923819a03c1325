package dev.dockline.bench;

import dev.dockline.shell.Run;
import dev.dockline.shell.prompt.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A program on a terminal, watched more closely than a person could. */
final class AtPrompt implements AutoCloseable {
    static final String LAUNCHER = Path.of("dockline").toAbsolutePath().toString();
    private static final long PATIENCE = 60_000_000_000L;

    private final Screen screen;

    AtPrompt(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        screen = new Screen(folder, environment, command, 120, 40);
    }

    /** Dockline on that engine, connected and at rest. */
    static AtPrompt dockline(Path folder, String engine) throws IOException, InterruptedException {
        var environment = Run.environment(folder);
        environment.putAll(variables(engine));
        environment.put("TERM", "xterm-256color");
        var prompt = new AtPrompt(folder, environment, List.of(LAUNCHER, "--engine", engine));
        prompt.await(AtPrompt::isReady);
        prompt.answer("\"begun\"", "begun");
        // Behind the first line the sources are read, for what Tab and F1 tell.
        Thread.sleep(2000);
        return prompt;
    }

    private static boolean isReady(String text) {
        return text.endsWith(">") && text.contains("API");
    }

    static Map<String, String> variables(String engine) {
        return Map.of("DOCKER_HOST", engine, "JAVA_HOME", System.getProperty("java.home"));
    }

    static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** Waits for what the screen is to show. */
    void await(Predicate<String> condition) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.test(screen.text())) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IllegalStateException("It never came:\n" + screen.text());
            }
            Thread.sleep(0, 200_000);
        }
    }

    void type(String keys) throws IOException {
        screen.type(keys);
    }

    /** From a key to what it shows, in milliseconds. */
    double millis(String keys, Predicate<String> condition) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        screen.type(keys);
        await(condition);
        return (System.nanoTime() - begun) / 1e6;
    }

    /** From Enter behind a line, on a screen that was wiped for it, until it is answered and the prompt is back. */
    double answer(String line, String answer) throws IOException, InterruptedException {
        screen.type("\f");
        await(text -> text.lines().count() == 1 && text.endsWith(">"));
        screen.type(line);
        await(text -> text.replace("\n", "").endsWith(line));
        // No hand is as quick as what is pasted, whose Enter is waited behind.
        Thread.sleep(40);
        return millis("\r", text -> text.contains("\n" + answer) && text.endsWith(">"));
    }

    /** Megabytes that the program holds, some seconds after it was last touched. */
    double resident() throws IOException, InterruptedException {
        Thread.sleep(10_000);
        return Files.readAllLines(Path.of("/proc/" + screen.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    @Override
    public void close() {
        screen.close();
    }
}
