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
        var group = both(gid, owners.group(gid));
        if (options.has('u')) process.println(names ? owners.user(uid) : String.valueOf(uid));
        else if (options.has('g')) process.println(names ? owners.group(gid) : String.valueOf(gid));
        else process.println("uid=" + both(uid, owners.user(uid)) + " gid=" + group + " groups=" + group);
        return 0;
    }

    // What has no name is a number alone.
    private static String both(int id, String name) {
        return name.equals(String.valueOf(id)) ? name : id + "(" + name + ")";
    }
}
