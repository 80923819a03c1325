package dev.dockline.shell.notebook;

import dev.dockline.engine.Terminal;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.narrate.ProgressLine;
import java.io.PrintStream;
import java.util.UUID;

/** Shows the progress of a long task among the outputs of the cell, in place. */
public record CellTerminal(Output output, CellAudience audience) implements Terminal {
    private static final long REDRAW_NANOS = 200_000_000;

    @Override
    public PrintStream out() {
        return output.out();
    }

    @Override
    public PrintStream err() {
        return output.err();
    }

    @Override
    public Progress progress(String task) {
        var id = UUID.randomUUID().toString();
        var begun = System.nanoTime();
        audience.progress(id, task);
        return new Progress() {
            private long drawn = begun;

            @Override
            public void update(String note, long done, long total) {
                var now = System.nanoTime();
                if (now - drawn > REDRAW_NANOS) {
                    drawn = now;
                    audience.progress(id, ProgressLine.of(task, note, done, total, now - begun));
                }
            }

            @Override
            public void close() {
                audience.progress(id, task + ": done");
            }
        };
    }
}
