package dev.dockline.bench;

import dev.dockline.Docker;
import dev.dockline.Dockline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Typing, completion and tables where there are many containers. */
final class Many {
    private static final String LINE = "container(\"many-7\").image(\"busybox\").env(\"A\",\"1\").publish(80)";
    private static final int ROUNDS = 20;

    private final Report report;
    private final Docker docker;
    private final Path folder;
    private final int containers;

    Many(Report report, Docker docker, Path folder, int containers) {
        this.report = report;
        this.docker = docker;
        this.folder = folder;
        this.containers = containers;
    }

    void measure(String where, String engine) throws Exception {
        try {
            for (int i = 0; i < containers; i++) {
                docker.container("many-" + i).image("busybox").create("true");
            }
            at(where + " with " + containers + " containers", engine);
        } finally {
            docker.containers().named("many-*").remove(Dockline.FORCE);
        }
    }

    private void at(String where, String engine) throws Exception {
        try (var prompt = AtPrompt.dockline(folder, engine)) {
            keys(prompt);
            report.add(Row.plain("a key, " + where + ", 99 of 100", Ratio.share(keys(prompt), 0.99), "ms", 16));
            completions(prompt);
            report.add(Row.plain(
                    "a completion of a name, " + where + ", 95 of 100",
                    Ratio.share(completions(prompt), 0.95),
                    "ms",
                    30));
            members(prompt);
            report.add(Row.plain(
                    "a completion of a verb, " + where + ", 95 of 100", Ratio.share(members(prompt), 0.95), "ms", 100));
            changes(prompt);
            var touched = Ratio.median(changes(prompt));
            report.add(Row.plain("a line that changes one container, " + where, touched, "ms", Double.NaN));
        }
    }

    private static List<Double> keys(AtPrompt prompt) throws Exception {
        var times = new ArrayList<Double>();
        for (int round = 0; round < 3; round++) {
            for (int i = 1; i <= LINE.length(); i++) {
                var typed = LINE.substring(0, i);
                times.add(prompt.millis(LINE.substring(i - 1, i), text -> text.endsWith("> " + typed)));
            }
            wipe(prompt);
        }
        return times;
    }

    private static void wipe(AtPrompt prompt) throws Exception {
        prompt.millis("\u0015\f", text -> text.lines().count() == 1 && text.endsWith(">"));
    }

    private static List<Double> completions(AtPrompt prompt) throws Exception {
        return after(prompt, "container(\"many-0", text -> text.contains("many-0\""));
    }

    private static List<Double> members(AtPrompt prompt) throws Exception {
        return after(prompt, "container(\"many-7\").sto", text -> text.endsWith(".stop()"));
    }

    private static List<Double> after(AtPrompt prompt, String typed, java.util.function.Predicate<String> completed)
            throws Exception {
        var times = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            prompt.millis(typed, text -> text.endsWith(typed));
            times.add(prompt.millis("\t", completed));
            wipe(prompt);
        }
        return times;
    }

    private static List<Double> changes(AtPrompt prompt) throws Exception {
        var times = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS / 2; round++) {
            times.add(prompt.answer("container(\"many-0\").rename(\"many-x\")", "    NAME"));
            times.add(prompt.answer("container(\"many-x\").rename(\"many-0\")", "    NAME"));
        }
        return times;
    }
}
