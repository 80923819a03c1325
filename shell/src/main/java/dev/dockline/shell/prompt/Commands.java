package dev.dockline.shell.prompt;

import java.util.List;
import java.util.regex.Pattern;

/** What begins with a slash and is not Java. */
final class Commands {
    static final List<String> NAMES = List.of("/help", "/why", "/tables", "/exit");

    static final String HELP = """
            container("web").image("training/webapp").run()     make and start a container
            container("web").logs()  .stop()  .remove()         use one that exists
            container().image("busybox").call("echo", "hi")     run a command to its end
            containers()  volumes()  networks()  images()       what there is
            engine()  use("unix:///path")                       the engine, another one

            A line that begins with a dot goes on with the line above. Any Java will do.
            Tab completes, F1 tells of a method, Ctrl-C ends what runs, /exit or Ctrl-D leaves.
            /why shows the trace of the last error. /tables full shows all containers after each
            change, /tables off nothing, /tables delta what changed.
            """;

    private static final Pattern COMMAND = Pattern.compile("/[a-z]*(?: +[a-z]*)? *");

    private Commands() {}

    static boolean isCommand(String text) {
        return COMMAND.matcher(text).matches();
    }
}
