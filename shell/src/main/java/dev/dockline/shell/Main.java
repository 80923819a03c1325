package dev.dockline.shell;

import dev.dockline.engine.Handover;
import dev.dockline.shell.eval.JShellEvaluator;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.eval.StandardSink;
import dev.dockline.shell.script.ExitCode;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Set;

/** The command line of Dockline. */
public final class Main {
    static final Set<String> COMMANDS = Set.of("serve", "check", "convert", "export", "kernel", "plan");

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
        var evaluator = new JShellEvaluator(Imports.ALL, Handover::cancelAll);
        // The parser takes as long to come up as all else but JShell, and most command lines can do without.
        var plain = Options.plain(arguments);
        return plain.isPresent()
                ? new Shell(plain.get(), evaluator, output, charset).run()
                : new Subcommands(evaluator, output, charset).run(arguments);
    }

    static int usage(PrintStream err, String problem) {
        err.println(problem);
        err.println("Usage: dockline [FILE.jsh|FILE.ipynb|-] [args], or dockline -e TEXT; dockline --help tells more.");
        return ExitCode.USAGE;
    }
}
