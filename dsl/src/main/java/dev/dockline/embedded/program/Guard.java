package dev.dockline.embedded.program;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Output that stops while its processes are paused and fails once they are killed. */
final class Guard extends FilterOutputStream {
    private final ProcessTable table;

    Guard(OutputStream out, ProcessTable table) {
        super(out);
        this.table = table;
    }

    @Override
    public void write(int b) throws IOException {
        table.checkpoint();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        table.checkpoint();
        out.write(bytes, offset, length);
    }
}
