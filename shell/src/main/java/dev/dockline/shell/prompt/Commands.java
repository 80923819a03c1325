package dev.dockline.shell.prompt;

import dev.dockline.Dockline;
import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.narrate.Narrator;
import dev.dockline.shell.narrate.Narrator.Shown;
import dev.dockline.shell.narrate.Trace;
import dev.dockline.shell.script.ProjectScript;
import dev.dockline.shell.script.Script;
import dev.dockline.shell.script.ScriptRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Does what the commands say. */
public final class Commands {
    private static final int LINES = 20;

    private final Console console;
    private final Evaluator evaluator;
    private final Narrator narrator;
    private final Output output;
    private final ScriptRunner scripts;
    private final ProjectScript project;
    private final Snippets snippets;
    private final Documentation documentation;

    /** Takes what the prompt stands on, and what runs scripts. */
    public Commands(
            Console console,
            Evaluator evaluator,
            Narrator narrator,
            Output output,
            ScriptRunner scripts,
            ProjectScript project) {
        this.console = console;
        this.evaluator = evaluator;
        this.narrator = narrator;
        this.output = output;
        this.scripts = scripts;
        this.project = project;
        this.snippets = new Snippets(evaluator, narrator);
        this.documentation = new Documentation(new Methods(evaluator));
    }

    /** Takes a text that was typed: a command, or snippets. */
    Outcome take(String text) {
        if (!Command.is(text)) {
            return snippets.run(text, this::take);
        }
        try {
            return Command.of(text).isPresent()
                    ? run(Command.of(text).get(), Command.rest(text))
                    : unknown(Command.name(text));
        } catch (IOException e) {
            return refused(e.getMessage());
        }
    }

    private Outcome run(Command command, String rest) throws IOException {
        return switch (command) {
            case HELP -> help(rest);
            case VARS -> narrator.tellVariables();
            case LIST -> said(snippets.numbered());
            case SAVE -> said("Written: " + snippets.save(path(command, rest)) + "\n");
            case OPEN -> open(path(command, rest).toString());
            case EDIT -> edit(rest);
            case RESET -> reset();
            case HISTORY -> said(console.history(rest.isEmpty() ? LINES : number(command, rest)));
            case TABLES -> tables(rest);
            case ENGINE -> engine(rest);
            case TRUST -> trust();
            case PLAN -> plan(rest);
            case UNDO -> undo(rest);
            case TIME -> time(rest);
            case MORE -> said((narrator.more() + "\n").replaceFirst("^\n$", ""));
            case WHY -> why();
            case EXIT -> new Outcome.Exited(0);
        };
    }

    private Outcome help(String name) {
        if (name.isEmpty()) {
            return said(HELP + "\n" + Command.list());
        }
        var found = documentation.of(name, console.width());
        return found.isEmpty() ? refused("Nothing is known of " + name + ". Try: /help") : said(found);
    }

    private Outcome open(String file) throws IOException {
        var code = scripts.run(Script.file(file));
        return code.isPresent() ? new Outcome.Failed() : new Outcome.Done();
    }

    private Outcome edit(String number) throws IOException {
        var text = Editor.edit(number.isEmpty() ? snippets.latest() : snippets.at(number(Command.EDIT, number)));
        if (text.isBlank()) {
            return new Outcome.Done();
        }
        output.out().println(text);
        output.drain();
        console.remember(text);
        return take(text);
    }

    private Outcome reset() {
        evaluator.reset();
        snippets.forget();
        return new Outcome.Done();
    }

    private Outcome tables(String shown) {
        try {
            narrator.show(Shown.valueOf(shown.toUpperCase(Locale.ROOT)));
            return new Outcome.Done();
        } catch (IllegalArgumentException e) {
            return refused("/tables takes delta, full or off. Try: /tables full");
        }
    }

    private Outcome engine(String url) {
        return narrator.tell(() -> url.isEmpty() ? Dockline.engine() : Dockline.use(url));
    }

    private Outcome trust() throws IOException {
        var code = scripts.run(project.trust());
        return code.isPresent() ? new Outcome.Failed() : new Outcome.Done();
    }

    private Outcome plan(String text) {
        return text.isEmpty()
                ? refused("/plan takes a line. Try: /plan container(\"web\").remove(FORCE)")
                : take("plan(() -> { " + text + (text.endsWith(";") ? " })" : "; })"));
    }

    private Outcome undo(String count) throws IOException {
        if (count.equals("list")) {
            return narrator.tell(() -> Dockline.current().undoable());
        }
        return take(count.isEmpty() ? "undo()" : "undo(" + number(Command.UNDO, count) + ")");
    }

    private Outcome time(String text) {
        var began = System.nanoTime();
        var outcome = take(text);
        var millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        output.out().println(millis < 10_000 ? millis + " ms" : "%.1f s".formatted(millis / 1000.0));
        return outcome;
    }

    private Outcome why() {
        var error = narrator.lastError();
        return said(error == null ? "Nothing has failed so far.\n" : Trace.of(error));
    }

    private Outcome unknown(String name) {
        var all = Arrays.stream(Command.values()).map(Command::word).collect(Collectors.joining(" "));
        return refused("There is no command " + name + "; there are " + all);
    }

    private static Path path(Command command, String file) throws IOException {
        if (file.isEmpty()) {
            throw new IOException(command.word() + " needs the name of a file. Try: " + command.word() + " my.jsh");
        }
        return Path.of(file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file);
    }

    private static int number(Command command, String text) throws IOException {
        if (!text.matches("[0-9]{1,6}")) {
            throw new IOException(command.word() + " takes a number, not " + text + ". Try: " + command.word() + " 1");
        }
        return Integer.parseInt(text);
    }

    private Outcome said(String text) {
        output.out().print(text);
        return new Outcome.Done();
    }

    private Outcome refused(String text) {
        output.err().println(text);
        return new Outcome.Failed();
    }

    private static final String HELP = """
            container("web").image("training/webapp").run()     make and start a container
            container("web").logs()  .stop()  .remove()         use one that exists
            container().image("busybox").call("echo", "hi")     run a command to its end
            containers()  volumes()  networks()  images()       what there is
            engine()  use("unix:///path")                       the engine, another one

            A line that begins with a dot goes on with the line above. Any Java will do.
            Tab completes, F1 tells of a method, Ctrl-C ends what runs.
            """;
}
