package dev.dockline.shell;

import dev.dockline.shell.eval.Output;

/** Writes all to standard error. */
record ErrorSink(Output.Sink sink) implements Output.Sink {
    @Override
    public void out(byte[] bytes) {
        sink.err(bytes);
    }

    @Override
    public void err(byte[] bytes) {
        sink.err(bytes);
    }

    @Override
    public void flush() {
        sink.flush();
    }
}
