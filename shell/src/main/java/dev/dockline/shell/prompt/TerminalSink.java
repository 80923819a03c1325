package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;

/** Writes to the terminal; while a line is being edited, above it. */
record TerminalSink(Terminal terminal, LineReader reader) implements Output.Sink {
    @Override
    public void out(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        if (reader.isReading()) {
            reader.printAbove(new String(bytes, terminal.encoding()).stripTrailing());
            return;
        }
        try {
            terminal.output().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void err(byte[] bytes) {
        out(bytes);
    }

    @Override
    public void flush() {
        terminal.flush();
    }
}
