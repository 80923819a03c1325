package dev.dockline.embedded.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A program's open port inside the containers' networks. */
public final class Listener implements Closeable {
    private static final Connection END = Connection.pair("", "").server();

    private final LinkedBlockingQueue<Connection> waiting = new LinkedBlockingQueue<>();
    private final Consumer<Listener> onClose;
    private volatile boolean closed;

    Listener(Consumer<Listener> onClose) {
        this.onClose = onClose;
    }

    boolean offer(Connection connection) {
        if (closed) return false;
        waiting.add(connection);
        // Closing may have come between the two lines above, and found nothing to refuse.
        if (closed && waiting.remove(connection)) return false;
        return true;
    }

    /** The next connection, or null when the port is closed. */
    public Connection accept() throws IOException {
        try {
            var next = waiting.take();
            if (next != END) return next;
            waiting.add(END);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
        for (var left = waiting.poll(); left != null; left = waiting.poll()) close(left);
        waiting.add(END);
    }

    private static void close(Connection left) {
        try {
            left.close();
        } catch (IOException e) {
            // Nobody will talk over it, and its client learns so whichever way it went.
        }
    }
}
