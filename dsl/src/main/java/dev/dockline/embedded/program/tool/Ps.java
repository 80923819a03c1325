package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.List;

/** {@code ps}, with the options people type out of habit. */
final class Ps implements Program {
    @Override
    public int run(Process process) throws IOException {
        if (!List.of("", "aux", "-ef", "-e", "-a").contains(String.join(" ", process.args())))
            return process.fail("unrecognized option: " + String.join(" ", process.args()));
        var owners = Owners.of(process.files());
        process.println("PID   USER     TIME  COMMAND");
        for (var other : process.table().list())
            process.println(String.format(
                    "%5d %-8s  0:00 %s",
                    other.pid(),
                    owners.user(other.files().uid()),
                    String.join(" ", other.start().argv())));
        return 0;
    }
}
