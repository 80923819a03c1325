package dev.dockline.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Docker;
import dev.dockline.Dockline;
import dev.dockline.shell.Imports;
import dev.dockline.shell.eval.call.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is run without the compiler gives what the compiler would have made of it. */
class CallTest {
    private static final List<String> CALLS = List.of(
            "containers()",
            "var web = container(\"web\").image(\"busybox\").env(\"A\", \"b\").label(\"c\", \"d\")",
            "web",
            ".publish(5000)",
            ".publish(8080, 80)",
            ".publish(\"7000-7001:7000-7001/udp\").memory(\"64m\").init()",
            "web.asRun()",
            "$1",
            "var name = web.name();",
            "name.length()",
            "name.concat(\"-2\").toUpperCase()",
            "name = name.concat(\"\\t\\\"\\u00e9\")",
            "name.isEmpty()",
            "name.equals(\"web\")",
            "name.indexOf(\"b\", 1)",
            "name.substring(1)",
            "name.compareTo(name)",
            "name.repeat(2).strip()",
            "name.lines()",
            "name.chars()",
            "name.split(\"-\")",
            "String.valueOf(1)",
            "var one = 1;",
            "var yes = true;",
            "yes",
            "one",
            "web.run(\"sleep\", \"600\")",
            "web.environment()",
            "web.environment().size()",
            "web.labels()",
            "containers().table()",
            "web.state().status()",
            "web.mounts()",
            "web.ports().size()",
            "containers().size()",
            "containers().get(0).name()",
            "containers().running().named(\"w*\").size()",
            "containers().iterator()",
            "containers().getClass()",
            "volumes()",
            "volumes().size()",
            "networks().size()",
            "images().isEmpty()",
            "engine().version()",
            "var all = containers();",
            "all.get(0)",
            "all.get(5)",
            "all.contains(web)",
            "web.exec(\"echo\", \"hi\")",
            "web.exec(stdin(\"b\\na\\n\"), \"sort\")",
            "web.exec(stdin(\"b\\na\\n\"), \"sort\").out()",
            "web.call(\"false\")",
            "web.call(ANY_EXIT, \"false\")",
            "web\n  .logs()",
            "web\n  // first\n  .kill()\n  .exec(\"true\")",
            "var other = web\n  .exec(\"true\")",
            "other",
            "web.nothing()",
            "web.env(1)",
            "nothing()",
            "nothing.at().all()",
            "container(1)",
            "container()",
            "container(\"no\").start()",
            "web.remove(FORCE)",
            "FORCE",
            "MISSING.name()",
            "here(\"x\").endsWith(\"x\")",
            "undo()",
            "undo(one)",
            "var gone = undo()",
            "args",
            "Math.sqrt(2)",
            "Math.max(1, 2)",
            "Math.abs(one)",
            "Path.of(\"a\", \"b\")",
            "Path.of(\"a\").resolve(\"b\").toString()",
            "Duration.ofSeconds(90).toMinutes()",
            "Files.exists(Path.of(\"/nowhere\"))",
            "Files.readString(Path.of(\"/nowhere\"))",
            "List.of(1)",
            "Integer.toString(1)",
            "Integer.toString()",
            "Integer.valueOf(5)",
            "Integer.valueOf(5).equals(5)",
            "Objects.equals(one, 1)",
            "Objects.hash(one, name)",
            "String.join(\"-\", name, name)",
            "Nowhere.at()",
            "System.lineSeparator()",
            "Collections.emptyList()",
            "Optional.of(one)",
            "Exit.valueOf(\"ANY_EXIT\")",
            "Math.nothing()",
            "bridge().toString().isBlank()",
            "topology().toString().isBlank()",
            "latest().remove(FORCE)",
            "int twice(int n) { return 2 * n; }",
            "twice(one)",
            "var two = twice(one);",
            "two",
            "var three = two;",
            "String engine() { return \"mine\"; }",
            "engine()",
            "engine().length()",
            "import java.util.concurrent.*;",
            "containers().size()",
            "Math.abs(one)",
            "TimeUnit.SECONDS.name()",
            "var four = Math.abs(4);",
            "four",
            "import static java.lang.Math.*;",
            "containers()",
            "class Containers { }",
            "containers()",
            "exit(3)");

    private final JShellEvaluator calling = new JShellEvaluator(Imports.ALL, () -> {});
    private final JShellEvaluator compiling = new JShellEvaluator(Imports.ALL, () -> {}, Compiling::new);

    private static final class Compiling extends SnippetControl {
        @Override
        boolean callsAtOnce() {
            return false;
        }
    }

    private static List<String> told(JShellEvaluator evaluator, List<String> snippets) {
        var told = new ArrayList<String>();
        try (var docker = Docker.connect("embedded")) {
            Dockline.current(docker);
            for (var snippet : snippets) {
                var outcome = evaluator.eval(evaluator.split("test", snippet).get(0));
                told.add(snippet + "\n  " + told(outcome));
            }
        } finally {
            evaluator.close();
        }
        return told;
    }

    // Without what is another each time.
    private static String told(Outcome outcome) {
        return (outcome instanceof Outcome.Continued continued ? continued.outcome() : outcome)
                .toString()
                .replaceAll("[0-9a-f]{12,64}|@[0-9a-f]+|[0-9.]+ ?m?s\\b", "")
                // The frames above that of the call.
                .replaceAll("(stack=\\[At\\[[^]]*\\])[^\n]*", "$1")
                .replaceAll("REPL\\.\\$JShell\\$\\w+|because .*? is null", "");
    }

    @Test
    void as_compiled() {
        var compiled = told(compiling, CALLS);
        assertThat(told(calling, CALLS)).containsExactlyElementsOf(compiled);
        assertThat(CALLS.stream().filter(snippet -> Statement.first(snippet) != null))
                .hasSizeGreaterThan(CALLS.size() * 3 / 4);
    }
}
