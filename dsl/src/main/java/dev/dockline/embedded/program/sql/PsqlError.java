package dev.dockline.embedded.program.sql;

/** An error as psql tells of it. */
record PsqlError(String severity, String message, int position) {
    static PsqlError of(Incoming told) {
        var severity = "";
        var message = "";
        var position = 0;
        for (var field = told.letter(); field != 0; field = told.letter()) {
            var value = told.text();
            if (field == 'S') severity = value;
            if (field == 'M') message = value;
            if (field == 'P') position = Integer.parseInt(value);
        }
        return new PsqlError(severity, message, position);
    }

    String line() {
        return severity + ":  " + message;
    }

    /** With the line of the text that it is about, and a caret under the place. */
    String told(String text) {
        if (position == 0) return line();
        var begin = text.lastIndexOf('\n', position - 2) + 1;
        var end = text.indexOf('\n', begin);
        var number = text.substring(0, begin).lines().count() + 1;
        var prefix = "LINE " + number + ": ";
        return line() + "\n" + prefix + text.substring(begin, end < 0 ? text.length() : end) + "\n"
                + " ".repeat(prefix.length() + position - 1 - begin) + "^";
    }
}
