package dev.dockline.bench;

import dev.dockline.shell.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whole processes, from the start to the end or to the prompt, beside others that do the same. */
final class Start {
    private static final String IN_PYTHON = "import docker; print(docker.from_env().containers.list(all=True))";

    private final Report report;
    private final String url;
    private final Path folder;
    private final int rounds;

    Start(Report report, String url, Path folder, int rounds) {
        this.report = report;
        this.url = url;
        this.folder = folder;
        this.rounds = rounds;
    }

    /** What a user meets first, of all others. */
    void measureShort() throws Exception {
        var empty = Files.writeString(folder.resolve("empty.jsh"), "/exit\n");
        ratio("prompt drawn, of jshell's", this::ourPrompt, () -> prompt(List.of(jshell()), "jshell>"), 0.20);
        ratio(
                "`-e 'containers()'`, of jshell's empty script",
                dockline("-e", "containers()"),
                process(jshell(), empty.toString()),
                0.28);
    }

    private static String jshell() {
        return AtPrompt.java("jshell");
    }

    void measure() throws Exception {
        measureShort();
        var listing = dockline("-e", "containers()");
        if (process("python3", "-c", "import IPython, docker").call() == 0) {
            var ipython = process("python3", "-m", "IPython", "--no-banner", "-c", IN_PYTHON);
            ratio("the same, of IPython with docker-py", listing, ipython, 0.50);
        }
        twenty("20 snippets in a script, of jshell's", "var n%d = Math.sqrt(2);\n");
        twenty("20 snippets that do more than call, of jshell's", "var n%d = Math.sqrt(2) + 1;\n");
        ratio(
                "the whole tour on the embedded engine, of `-e 1`",
                dockline(
                        "--engine",
                        "embedded",
                        Path.of("../scripts/tour.jsh").toRealPath().toString()),
                dockline("--engine", "embedded", "-e", "1"),
                2.5);
        ratio("`-e 1`, of a bare Java", dockline("--engine", "embedded", "-e", "1"), this::bare, Double.NaN);
    }

    private void twenty(String what, String snippet) throws Exception {
        var twenty = IntStream.range(0, 20).mapToObj(snippet::formatted).collect(Collectors.joining());
        var script = Files.writeString(folder.resolve("twenty.jsh"), twenty);
        var ended = Files.writeString(folder.resolve("ended.jsh"), twenty + "/exit\n");
        ratio(what, dockline(script.toString()), process(jshell(), ended.toString()), 0.30);
    }

    private void ratio(String what, Callable<?> ours, Callable<?> theirs, double wanted) throws Exception {
        report.add(new Ratio(what, ours, theirs).measure(1, rounds, wanted));
    }

    private Integer bare() throws Exception {
        return process(AtPrompt.java("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-version")
                .call();
    }

    private Callable<Integer> dockline(String... arguments) {
        var command = new ArrayList<>(List.of(AtPrompt.LAUNCHER));
        command.addAll(List.of(arguments));
        return process(command.toArray(String[]::new));
    }

    private Callable<Integer> process(String... command) {
        return () -> {
            var nowhere = Path.of("/dev/null");
            var process = Run.start(folder, AtPrompt.variables(url), List.of(command), nowhere, nowhere);
            process.getOutputStream().close();
            return process.waitFor();
        };
    }

    private Object ourPrompt() throws IOException, InterruptedException {
        return prompt(List.of(AtPrompt.LAUNCHER), "dockline>");
    }

    private Object prompt(List<String> command, String end) throws IOException, InterruptedException {
        var environment = Run.environment(folder);
        environment.putAll(AtPrompt.variables(url));
        environment.putAll(Map.of("TERM", "xterm-256color"));
        try (var prompt = new AtPrompt(folder, environment, command)) {
            prompt.await(text -> text.contains(end));
        }
        return end;
    }
}
