package dev.dockline.bench;

import dev.dockline.Docker;
import dev.dockline.Dockline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jshell.JShell;

/** At a prompt that has been in use for a while, beside a command for each of its lines. */
final class Prompts {
    private static final int TIMES = 20;
    private static final int WARM = 80;

    private final Report report;
    private final Docker docker;
    private final String url;
    private final Path folder;

    Prompts(Report report, Docker docker, String url, Path folder) {
        this.report = report;
        this.docker = docker;
        this.url = url;
        this.folder = folder;
    }

    void measure(int rounds) throws Exception {
        try (var prompt = AtPrompt.dockline(folder, url)) {
            report.add(Row.plain("resident memory at the prompt, connected", prompt.resident(), "MB", 160));
            for (int i = 0; i < TIMES; i++) {
                prompt.answer("containers(); " + i, String.valueOf(i));
            }
            compare(
                    "20 listings in one snippet, of 20 `docker ps`",
                    () -> together(prompt),
                    this::commands,
                    rounds,
                    0.15);
            compare("20 listings as 20 snippets, of 20 `docker ps`", () -> apart(prompt), this::commands, rounds, 1.0);
            compare(
                    "run and remove, of `docker run -d` and `docker rm -f`",
                    () -> ours(prompt),
                    this::theirs,
                    rounds,
                    1.0);
            warm(prompt);
        } finally {
            docker.containers().named("bench-*").remove(Dockline.FORCE);
        }
    }

    /** By what ours says it took, from Enter on: typing is not part of it. */
    private void compare(String what, Callable<Double> ours, Callable<?> theirs, int rounds, double wanted)
            throws Exception {
        var mine = new ArrayList<Double>();
        var other = new ArrayList<Double>();
        for (int i = 0; i <= rounds; i++) {
            double first = ours.call();
            double second = Ratio.millis(theirs);
            if (i > 0) {
                mine.add(first);
                other.add(second);
            }
        }
        report.add(Row.ratio(what, Ratio.median(mine), Ratio.median(other), wanted));
    }

    private double together(AtPrompt prompt) throws IOException, InterruptedException {
        return prompt.answer(
                "{ for (int i = 0; i < 20; i++) containers().toString(); System.out.println(\"done\"); }", "done");
    }

    private double apart(AtPrompt prompt) throws IOException, InterruptedException {
        var millis = 0.0;
        for (int i = 0; i < TIMES; i++) {
            millis += prompt.answer("containers()", "NAME");
        }
        return millis;
    }

    private Object commands() throws IOException, InterruptedException {
        for (int i = 0; i < TIMES; i++) {
            command("ps", "-a");
        }
        return TIMES;
    }

    private double ours(AtPrompt prompt) throws IOException, InterruptedException {
        return prompt.answer("container(\"bench-run\").image(\"training/webapp\").run()", "    NAME")
                + prompt.answer("container(\"bench-run\").remove(FORCE)", "    NAME");
    }

    private Object theirs() throws IOException, InterruptedException {
        command("run", "-d", "--name", "bench-run", "training/webapp");
        command("rm", "-f", "bench-run");
        return "gone";
    }

    private void command(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker", "-H", url));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
    }

    /** What the prompt adds to an evaluation, and what a line takes that is none, since it only calls. */
    private void warm(AtPrompt prompt) throws Exception {
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        var calls = new ArrayList<Double>();
        try (var jshell = JShell.builder().executionEngine("local").build()) {
            for (int i = 0; i < WARM; i++) {
                var line = "\"n\" + " + i;
                double mine = prompt.answer(line, "n" + i);
                double call = prompt.answer("container(\"c" + i + "\").name()", "c" + i);
                double other = Ratio.millis(() -> jshell.eval(line));
                if (i >= WARM / 2) {
                    ours.add(mine);
                    calls.add(call);
                    theirs.add(other);
                }
            }
        }
        double more = Ratio.median(ours) - Ratio.median(theirs);
        report.add(Row.plain("a warm snippet at the prompt, over JShell's own evaluation", more, "ms", 3));
        report.add(Row.plain(
                "a warm snippet that only calls, from Enter to the prompt", Ratio.median(calls), "ms", Double.NaN));
    }
}
