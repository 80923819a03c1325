package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code uname [-asnrm]} */
final class Uname implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "asnrm");
        var all = options.has('a');
        var words = new java.util.ArrayList<String>();
        if (all || options.has('s')) words.add("Linux");
        if (all || options.has('n')) words.add(process.network().hostname());
        if (all || options.has('r')) words.add("6.1.0-dockline");
        if (all || options.has('m'))
            words.add(System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch"));
        process.println(words.isEmpty() ? "Linux" : String.join(" ", words));
        return 0;
    }
}
