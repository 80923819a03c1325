package dev.dockline.shell.eval;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The process's own output and error. */
public final class StandardSink implements Output.Sink {
    /** What a shell reports of a program that wrote to a pipe nobody reads any more. */
    private static final int BROKEN_PIPE = 141;

    private final OutputStream output = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    private final OutputStream error = new FileOutputStream(FileDescriptor.err);
    private boolean broken;

    @Override
    public void out(byte[] bytes) {
        attempt(() -> output.write(bytes));
    }

    @Override
    public void err(byte[] bytes) {
        flush();
        try {
            error.write(bytes);
        } catch (IOException e) {
            // There is no other place to report to.
        }
    }

    @Override
    public void flush() {
        attempt(output::flush);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        if (broken) {
            return;
        }
        try {
            writing.run();
        } catch (IOException e) {
            broken = true;
            // On another thread, since the exit waits for this one to write what is left.
            Threads.daemon("dockline-broken-pipe", () -> Runtime.getRuntime().exit(BROKEN_PIPE))
                    .start();
        }
    }
}
