package dev.dockline.shell;

import dev.dockline.engine.Handover;
import dev.dockline.shell.eval.JShellEvaluator;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.eval.StandardSink;
import dev.dockline.shell.script.ExitCode;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line of Dockline. */
public final class Main {
    private static final Set<String> SUBCOMMANDS = Set.of("serve", "check", "convert", "export");

    private Main() {}

    /** Runs one command line and exits with its code. */
    public static void main(String[] arguments) {
        var charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        var output = new Output(new StandardSink(), charset);
        System.setOut(output.out());
        System.setErr(output.err());
        Runtime.getRuntime().addShutdownHook(new Thread(output::drain));
        Runtime.getRuntime().exit(run(arguments, output, charset));
    }

    private static int run(String[] arguments, Output output, Charset charset) {
        // JShell takes longest to come up, so it goes first, beside everything else.
        var evaluator = new JShellEvaluator(Imports.TEXT, Handover::cancelAll);
        if (arguments.length == 0 || !SUBCOMMANDS.contains(arguments[0])) {
            evaluator.warm();
        }
        var options = new Options();
        var commandLine = new CommandLine(options).setStopAtPositional(true);
        var serve = new Serve();
        var check = new CheckCommand();
        var convert = new ConvertCommand();
        var kernel = new KernelCommand();
        var plan = new PlanCommand();
        var export = new ExportCommand();
        commandLine
                .addSubcommand(serve)
                .addSubcommand(check)
                .addSubcommand(convert)
                .addSubcommand(kernel)
                .addSubcommand(plan)
                .addSubcommand(export)
                .setStopAtPositional(true);
        Object asked;
        try {
            var parsed = commandLine.parseArgs(arguments);
            asked = parsed.hasSubcommand() ? parsed.subcommand().commandSpec().userObject() : options;
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
        if (serve.url != null) {
            return serve.run(output.out(), output.err());
        }
        if (convert.to != null) {
            return convert.run(output.err());
        }
        if (kernel.verb != null && !kernel.runs()) {
            return kernel.install(output.out(), output.err());
        }
        if (asked == export) {
            return export.run(output.out(), output.err());
        }
        if (asked == plan) {
            return plan.misused().isEmpty()
                    ? new Shell(plan.options, evaluator, output, charset).plan()
                    : usage(output.err(), plan.misused());
        }
        var shell = new Shell(options, evaluator, output, charset);
        if (kernel.runs()) {
            return shell.kernel(kernel.connection);
        }
        return check.files == null ? shell.run() : shell.check(check);
    }

    static int usage(PrintStream err, String problem) {
        err.println(problem);
        err.println("Usage: dockline [FILE.jsh|FILE.ipynb|-] [args], or dockline -e TEXT; dockline --help tells more.");
        return ExitCode.USAGE;
    }
}
