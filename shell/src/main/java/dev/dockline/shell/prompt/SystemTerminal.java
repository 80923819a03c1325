package dev.dockline.shell.prompt;

import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/** The process's own terminal. JLine starts programs to learn what kind it is; most often it knows, and needs none. */
final class SystemTerminal {
    private SystemTerminal() {}

    static Terminal open(Charset charset) throws IOException {
        var type = System.getenv().getOrDefault("TERM", Terminal.TYPE_DUMB);
        var known = InfoCmp.getDefaultInfoCmp(type);
        if (known != null) {
            InfoCmp.setLoadedInfoCmp(type, known);
        }
        var terminal = terminal(charset).exec(false).build();
        if (isDumb(type) || !isDumb(terminal.getType())) {
            return terminal;
        }
        // Where JLine may not load its native library, it can only ask programs.
        terminal.close();
        return terminal(charset).build();
    }

    private static boolean isDumb(String type) {
        return type.startsWith(Terminal.TYPE_DUMB);
    }

    private static TerminalBuilder terminal(Charset charset) {
        return TerminalBuilder.builder().system(true).dumb(true).encoding(charset);
    }
}
