package dev.dockline.shell;

import dev.dockline.Docker;
import dev.dockline.Dockline;
import dev.dockline.engine.Keys;
import dev.dockline.error.DocklineException;
import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.eval.Piece;
import dev.dockline.shell.eval.StandardSink;
import dev.dockline.shell.eval.Words;
import dev.dockline.shell.kernel.Kernel;
import dev.dockline.shell.narrate.Audience;
import dev.dockline.shell.narrate.JsonLines;
import dev.dockline.shell.narrate.LiveTerminal;
import dev.dockline.shell.narrate.Looks;
import dev.dockline.shell.narrate.Narrator;
import dev.dockline.shell.narrate.Narrator.Manner;
import dev.dockline.shell.narrate.Planned;
import dev.dockline.shell.narrate.Printed;
import dev.dockline.shell.narrate.Watch;
import dev.dockline.shell.notebook.CellAudience;
import dev.dockline.shell.notebook.CellTerminal;
import dev.dockline.shell.notebook.Cells;
import dev.dockline.shell.notebook.NotebookRunner;
import dev.dockline.shell.prompt.Commands;
import dev.dockline.shell.prompt.Console;
import dev.dockline.shell.prompt.Prompt;
import dev.dockline.shell.script.ExitCode;
import dev.dockline.shell.script.ProjectScript;
import dev.dockline.shell.script.Script;
import dev.dockline.shell.script.ScriptRunner;
import dev.dockline.view.Style;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jline.utils.Signals;

/** One run of the shell: puts the parts together and starts the one that the command line asks for. */
final class Shell {
    private final Options options;
    private final Evaluator evaluator;
    private final Output output;
    private final Charset charset;
    private final Looks looks;
    private final boolean atPrompt;
    private final Watch watch = new Watch();
    private volatile int signalled;
    // What is done before, such as reading the script and reaching the engine, ends with the process.
    private volatile Runnable running = () -> Runtime.getRuntime().exit(signalled);
    private volatile IntSupplier lines = () -> 0;
    private volatile IntSupplier columns = () -> Integer.getInteger("dockline.columns", 0);
    private Supplier<Optional<Keys>> keys = Optional::empty;
    private Consumer<Docker> mark = docker -> {};

    Shell(Options options, Evaluator evaluator, Output output, Charset charset) {
        this.options = options;
        this.evaluator = evaluator;
        this.output = output;
        this.charset = charset;
        this.looks = new Looks(System.getenv(), charset);
        this.atPrompt = options.text == null && options.file == null && Boolean.getBoolean("dockline.interactive");
    }

    int run() {
        var misused = options.misused(atPrompt);
        if (!misused.isEmpty()) {
            return Main.usage(output.err(), misused);
        }
        Dockline.onConnect(this::prepare);
        Words.args = options.scriptArguments();
        try {
            return atPrompt ? prompt() : options.isNotebook() ? notebook() : scripts();
        } catch (IOException e) {
            return Main.usage(output.err(), e.getMessage());
        } catch (DocklineException e) {
            output.err().println(e.getMessage());
            return e.exitCode();
        }
    }

    private int notebook() throws IOException {
        evaluator.warm();
        heedSignals();
        if (options.engine != null) {
            Dockline.use(options.engine);
        }
        var audience = new CellAudience(output);
        var narrator = narrator(false, audience);
        var cells = new Cells(new ScriptRunner(evaluator, narrator), output, audience, charset);
        running = cells::interrupt;
        var code = new NotebookRunner(cells, charset, options.quiet).run(options.file, options.save);
        narrator.atExit();
        return ended(code.orElse(ExitCode.OK));
    }

    /** Answers a Jupyter client. */
    int kernel(Path connection) {
        evaluator.warm();
        var audience = new CellAudience(output);
        Dockline.onConnect(docker -> {
            prepare(docker);
            docker.terminal(new CellTerminal(output, audience));
        });
        var narrator = narrator(false, audience);
        var cells = new Cells(new ScriptRunner(evaluator, narrator), output, audience, charset);
        try {
            // What they print is the log's; their words and variables are the cells'.
            var startup = new ScriptRunner(evaluator, narrator(false, printed()));
            new Folders(System.getenv()).startupScripts().forEach(startup::run);
            new Kernel(cells, evaluator, Options.VERSION).run(connection);
            narrator.atExit();
            return ExitCode.OK;
        } catch (IOException e) {
            output.err().println(e.getMessage() + "\nTry: start the kernel again, from Jupyter.");
            return ExitCode.REFUSED;
        }
    }

    private void heedSignals() {
        Signals.register("INT", () -> interrupt(ExitCode.INTERRUPTED));
        Signals.register("TERM", () -> interrupt(ExitCode.TERMINATED));
    }

    private int ended(int code) {
        return signalled == ExitCode.TERMINATED ? signalled : code;
    }

    private int scripts() throws IOException {
        if (options.engine == null) {
            Dockline.warm();
        }
        heedSignals();
        var scripts = startup();
        scripts.add(script());
        scripts.forEach(script -> evaluator.warmFor(script.text()));
        if (options.engine != null) {
            Dockline.use(options.engine);
        }
        var lines = options.json ? Optional.of(jsonLines()) : Optional.<JsonLines>empty();
        var narrator = narrator(false, lines.<Audience>map(json -> json).orElseGet(this::printed));
        var runner = new ScriptRunner(evaluator, narrator, options.goesOn);
        running = runner::interrupt;
        var code = scripts.stream()
                .map(runner::run)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .map(OptionalInt::getAsInt)
                .orElse(ExitCode.OK);
        narrator.atExit();
        var ended = ended(code);
        lines.ifPresent(json -> json.ended(ended));
        return ended;
    }

    /** Tells what a script would change. */
    int plan() {
        Dockline.onConnect(this::prepare);
        Words.args = options.scriptArguments();
        try {
            heedSignals();
            return planned();
        } catch (IOException e) {
            return Main.usage(output.err(), e.getMessage());
        } catch (DocklineException e) {
            output.err().println(e.getMessage());
            return e.exitCode();
        }
    }

    private int planned() throws IOException {
        var script = script();
        evaluator.warmFor(script.text());
        if (options.engine != null) {
            Dockline.use(options.engine);
        }
        var lines = options.json ? Optional.of(jsonLines()) : Optional.<JsonLines>empty();
        var narrator =
                narrator(false, new Planned(lines.<Audience>map(json -> json).orElseGet(this::printed)));
        try (var planning = Dockline.current().planning()) {
            var runner = new ScriptRunner(evaluator, narrator, options.goesOn);
            running = runner::interrupt;
            var failed = runner.run(script);
            narrator.atExit();
            var plan = planning.plan();
            lines.ifPresentOrElse(
                    json -> json.planned(script.name(), plan),
                    () -> output.out().print(plan.render(style())));
            var code = ended(failed.orElse(plan.isEmpty() ? ExitCode.OK : ExitCode.CHANGES));
            lines.ifPresent(json -> json.ended(code));
            return code;
        }
    }

    /** Standard output is for lines of JSON alone: what else is printed goes to standard error. */
    private JsonLines jsonLines() {
        var standard = new StandardSink();
        output.redirect(new ErrorSink(standard));
        return new JsonLines(standard, output);
    }

    private Printed printed() {
        return new Printed(output, this::style);
    }

    private void interrupt(int code) {
        signalled = code;
        running.run();
    }

    private int prompt() throws IOException {
        var folders = new Folders(System.getenv());
        var scripts = options.noStartup ? new ArrayList<Script>() : folders.startupScripts();
        scripts.addAll(startup());
        var project = ProjectScript.of(Path.of(""), folders.trusted());
        if (!options.noStartup) {
            project.ifTrusted().ifPresent(scripts::add);
        }
        var history = history(folders);
        boolean first = history != null && Files.notExists(history);
        var console = Console.open(evaluator, looks, history, output.err()::println);
        output.redirect(console.sink());
        columns = console::width;
        lines = console::height;
        keys = console::takeKeys;
        mark = console::mark;
        var narrator = narrator(true, printed());
        greet(narrator, console, first);
        var runner = new ScriptRunner(evaluator, narrator(false, printed()));
        scripts.forEach(runner::run);
        warn(project);
        var commands = new Commands(console, evaluator, narrator, output, runner, project);
        var code = new Prompt(console, commands, narrator, output).run();
        narrator.atExit();
        output.redirect(new StandardSink());
        console.close();
        return code;
    }

    private void warn(ProjectScript project) throws IOException {
        var warning = options.noStartup ? "" : project.warning();
        if (!warning.isEmpty()) {
            output.err().println(warning);
        }
    }

    private Path history(Folders folders) {
        try {
            return folders.history();
        } catch (IOException e) {
            output.err().println("The lines of this session are not kept: " + e.getMessage() + ".");
            return null;
        }
    }

    /** Connects and warms up while the first line is being typed: the connection first, which most lines need. */
    private void greet(Narrator narrator, Console console, boolean first) {
        if (!options.quiet) {
            output.out().println("Dockline " + Options.VERSION + " - /help tells more, Ctrl-D leaves.");
        }
        if (!options.quiet && first) {
            output.out().println("New here? Type cont and press Tab; F1 tells of the word at the cursor.");
        }
        var welcome = new Thread(
                () -> {
                    connect(narrator, console);
                    evaluator.eval(new Piece("warm-up", "{ int warm = 1; }", 1, true));
                    console.warm();
                },
                "dockline-welcome");
        welcome.setDaemon(true);
        welcome.start();
    }

    private void connect(Narrator narrator, Console console) {
        try {
            var engine = options.engine == null ? Dockline.engine() : Dockline.use(options.engine);
            if (!options.quiet) {
                output.out().println(engine);
            }
            console.showMark();
        } catch (DocklineException e) {
            narrator.tell(e);
        }
    }

    private Style style() {
        return looks.style(columns.getAsInt());
    }

    private Narrator narrator(boolean asPrompt, Audience audience) {
        var traces = !System.getenv().getOrDefault("DOCKLINE_DEBUG", "").isEmpty();
        return new Narrator(
                evaluator,
                output,
                audience,
                watch,
                new Manner(
                        asPrompt,
                        options.quiet,
                        traces,
                        this::style,
                        () -> asPrompt ? lines.getAsInt() : 0,
                        () -> asPrompt ? keys.get() : Optional.empty()));
    }

    /** Checks scripts; nothing of the engine is asked. */
    int check(CheckCommand check) {
        return check.run(output, narrator(false, printed()));
    }

    private List<Script> startup() throws IOException {
        var scripts = new ArrayList<Script>();
        for (var file : options.startup) {
            scripts.add(Script.file(file));
        }
        return scripts;
    }

    private Script script() throws IOException {
        if (options.text != null) {
            return Script.text("-e", options.text);
        }
        return options.file == null || options.file.equals("-") ? Script.stream(System.in) : Script.file(options.file);
    }

    /** Watches a new connection; where no engine was named or found, says which one takes its place. */
    private void prepare(Docker docker) {
        watch.add(docker);
        mark.accept(docker);
        var width = style().width();
        if (width > 0) {
            docker.terminal(new LiveTerminal(output, width, () -> keys.get()));
        }
        if (docker.isStandIn() && !atPrompt) {
            output.err().println("No Docker engine is installed here; using the one inside Dockline.");
        }
    }
}
