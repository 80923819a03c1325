package dev.dockline.shell;

import dev.dockline.shell.eval.JShellEvaluator;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.narrate.Narrator;
import dev.dockline.shell.script.Check;
import dev.dockline.shell.script.ExitCode;
import dev.dockline.shell.script.Script;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dockline check FILE...}: compiles scripts and touches no engine. */
@Command(
        name = "check",
        description = "Compiles scripts, tells all errors, and runs nothing; exit code 3 if there are any.")
final class CheckCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE.jsh", description = "The scripts.")
    List<String> files;

    int run(Output output, Narrator narrator) {
        var errors = 0;
        for (var file : files) {
            try (var compiler = JShellEvaluator.compiler(Imports.ALL)) {
                errors += new Check(compiler, narrator).errors(Script.file(file));
            } catch (IOException e) {
                return Main.usage(output.err(), e.getMessage());
            }
        }
        return errors == 0 ? ExitCode.OK : ExitCode.DOES_NOT_COMPILE;
    }
}
