package dev.dockline.shell.eval;

import java.io.PrintStream;

/** The process's own output and error. */
public record StandardSink(PrintStream output, PrintStream error) implements Output.Sink {
    @Override
    public void out(byte[] bytes) {
        output.write(bytes, 0, bytes.length);
    }

    @Override
    public void err(byte[] bytes) {
        output.flush();
        error.write(bytes, 0, bytes.length);
        error.flush();
    }

    @Override
    public void flush() {
        output.flush();
    }
}
