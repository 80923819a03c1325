package dev.dockline.engine;

import java.io.PrintStream;

/** The process's own streams, as they are at each call: a test or a shell may have set others. */
final class PlainTerminal implements Terminal {
    @Override
    public PrintStream out() {
        return System.out;
    }

    @Override
    public PrintStream err() {
        return System.err;
    }

    @Override
    public Progress progress(String task) {
        err().println(task);
        return new Progress() {
            private String last = "";

            @Override
            public void update(String note, long done, long total) {
                if (!note.equals(last)) {
                    last = note;
                    err().println(task + ": " + note);
                }
            }

            @Override
            public void close() {}
        };
    }
}
