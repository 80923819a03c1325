package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code id [-u] [-g] [-n]} */
final class Id implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "ugn");
        var owners = Owners.of(process.files());
        var uid = process.files().uid();
        var gid = process.files().gid();
        var names = options.has('n');
        if (options.has('u')) process.println(names ? owners.user(uid) : String.valueOf(uid));
        else if (options.has('g')) process.println(names ? owners.group(gid) : String.valueOf(gid));
        else
            process.println("uid=" + uid + "(" + owners.user(uid) + ") gid=" + gid + "(" + owners.group(gid)
                    + ") groups=" + gid + "(" + owners.group(gid) + ")");
        return 0;
    }
}
