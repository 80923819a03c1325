package dev.dockline.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dockline plan FILE.jsh}: what a script would change, with nothing done. */
@Command(
        name = "plan",
        description =
                "Tells what a script would change and does nothing; exit code 0 if nothing would, 10 if something would.")
final class PlanCommand {
    @Mixin
    Options options = new Options();

    @Spec
    CommandSpec self;

    /** Whether the command line says it. */
    boolean isAsked() {
        return self != null
                && self.commandLine().getParent().getParseResult().hasSubcommand()
                && self.commandLine().getParent().getParseResult().subcommand().commandSpec() == self;
    }

    /** What is wrong with it, in a sentence; empty if nothing is. */
    String misused() {
        return options.file == null && options.text == null || options.isNotebook() || options.save
                ? "plan takes a script: dockline plan FILE.jsh, or dockline plan -e TEXT."
                : "";
    }
}
