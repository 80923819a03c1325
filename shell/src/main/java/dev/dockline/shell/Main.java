package dev.dockline.shell;

import dev.dockline.engine.Handover;
import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.JShellEvaluator;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.eval.StandardSink;
import dev.dockline.shell.eval.Words;
import dev.dockline.shell.narrate.Narrator;
import dev.dockline.shell.script.ExitCode;
import dev.dockline.shell.script.Script;
import dev.dockline.shell.script.ScriptRunner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.OptionalInt;
import org.jline.utils.Signals;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line of Dockline. */
public final class Main {
    private final Options options;
    private final Output output;
    private final Evaluator evaluator;

    private Main(Options options, Output output, Evaluator evaluator) {
        this.options = options;
        this.output = output;
        this.evaluator = evaluator;
    }

    /** Runs one command line and exits with its code. */
    public static void main(String[] arguments) {
        var output = new Output(new StandardSink(System.out, System.err), charset());
        System.setOut(output.out());
        System.setErr(output.err());
        var code = run(arguments, output);
        output.drain();
        Runtime.getRuntime().halt(code);
    }

    private static int run(String[] arguments, Output output) {
        // JShell takes longest to come up, so it goes first, beside everything else.
        var evaluator = new JShellEvaluator(Imports.TEXT, Handover::cancelAll);
        evaluator.warm();
        var options = new Options();
        var commandLine = new CommandLine(options).setStopAtPositional(true);
        try {
            commandLine.parseArgs(arguments);
        } catch (ParameterException e) {
            return usage(output.err(), e.getMessage());
        }
        if (options.help) {
            commandLine.usage(output.out());
            return ExitCode.OK;
        }
        if (options.version) {
            commandLine.printVersionHelp(output.out());
            return ExitCode.OK;
        }
        return new Main(options, output, evaluator).run();
    }

    private int run() {
        var scripts = new ArrayList<Script>();
        try {
            for (var file : options.startup) {
                scripts.add(Script.file(file));
            }
            scripts.add(script());
        } catch (IOException e) {
            return usage(output.err(), problem(e));
        }
        Words.args = options.scriptArguments();
        Signals.register("INT", evaluator::interrupt);
        var runner = new ScriptRunner(evaluator, new Narrator(evaluator, output, false));
        return scripts.stream()
                .map(runner::run)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .map(OptionalInt::getAsInt)
                .orElse(ExitCode.OK);
    }

    private Script script() throws IOException {
        if (options.text != null) {
            return new Script("-e", options.text);
        }
        return options.file == null || options.file.equals("-") ? Script.stream(System.in) : Script.file(options.file);
    }

    private static String problem(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException missing
                ? "There is no file " + missing.getFile() + "."
                : "Cannot read " + e.getMessage() + ".";
    }

    private static int usage(PrintStream err, String problem) {
        err.println(problem);
        err.println("Usage: dockline [FILE.jsh|-] [args], or dockline -e TEXT; dockline --help tells more.");
        return ExitCode.USAGE;
    }

    private static Charset charset() {
        return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    }
}
