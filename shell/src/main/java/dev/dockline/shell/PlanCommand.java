package dev.dockline.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dockline plan FILE.jsh}: what a script would change, with nothing done. */
@Command(
        name = "plan",
        description =
                "Tells what a script would change and does nothing; exit code 0 if nothing would, 10 if something would.")
final class PlanCommand {
    @Mixin
    Options options = new Options();

    /** What is wrong with it, in a sentence; empty if nothing is. */
    String misused() {
        return options.file == null && options.text == null || options.isNotebook() || options.save
                ? "plan takes a script: dockline plan FILE.jsh, or dockline plan -e TEXT."
                : "";
    }
}
