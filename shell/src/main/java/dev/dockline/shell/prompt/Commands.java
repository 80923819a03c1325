package dev.dockline.shell.prompt;

import java.util.List;
import java.util.regex.Pattern;

/** What begins with a slash and is not Java. */
final class Commands {
    static final List<String> NAMES = List.of("/help", "/why", "/exit");

    static final String HELP = """
            container("web").image("training/webapp").publish(5000).run()    make and start a container
            containers()   volumes()   networks()   images()                 what there is
            container("web").logs()   .stop()   .start()   .remove()         use one that exists
            container().image("busybox").call("echo", "hello")               run a command to its end
            engine()   use("unix:///path")                                   the engine; another one

            A line that begins with a dot goes on with the line above. Any Java works too. Tab completes.
            /why shows the trace of the last error. /exit or Ctrl-D leaves; Ctrl-C ends what runs.
            """;

    private static final Pattern COMMAND = Pattern.compile("\\s*/[a-z]*\\s*");

    private Commands() {}

    static boolean isCommand(String text) {
        return COMMAND.matcher(text).matches();
    }
}
