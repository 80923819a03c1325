package dev.dockline.shell.narrate;

import dev.dockline.view.Style;
import java.nio.charset.Charset;
import java.util.Map;

/** How text should look on standard output, from the environment and the terminal, if it is one. */
public record Looks(Map<String, String> environment, Charset charset) {

    /** The style for a terminal of so many columns; 0 stands for a pipe or a file. */
    public Style style(int terminalColumns) {
        var width = columns(terminalColumns);
        var ascii = !charset.newEncoder().canEncode('→');
        return new Style(width, colour(terminalColumns > 0), ascii);
    }

    private int columns(int terminalColumns) {
        var named = value("COLUMNS");
        return named.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(named) : terminalColumns;
    }

    private boolean colour(boolean terminal) {
        if (!value("NO_COLOR").isEmpty()) {
            return false;
        }
        var forced = value("CLICOLOR_FORCE");
        return (!forced.isEmpty() && !forced.equals("0"))
                || (terminal && !value("TERM").equals("dumb"));
    }

    private String value(String name) {
        return environment.getOrDefault(name, "");
    }
}
