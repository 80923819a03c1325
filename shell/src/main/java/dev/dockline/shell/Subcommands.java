package dev.dockline.shell;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.script.ExitCode;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads any command line there can be, and does what it asks for. */
record Subcommands(Evaluator evaluator, Output output, Charset charset) {
    int run(String[] arguments) {
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
            return Main.usage(output.err(), e.getMessage());
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
                    : Main.usage(output.err(), plan.misused());
        }
        var shell = new Shell(options, evaluator, output, charset);
        if (kernel.runs()) {
            return shell.kernel(kernel.connection);
        }
        return check.files == null ? shell.run() : shell.check(check);
    }
}
