package dev.dockline.embedded.net;

import dev.dockline.embedded.io.Pipe;
import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/** One end of a connection between two programs; closing the output lets the other side read the end. */
public final class Connection implements Closeable {
    private final Pipe incoming;
    private final Pipe outgoing;
    private final String peer;

    private Connection(Pipe incoming, Pipe outgoing, String peer) {
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.peer = peer;
    }

    record Pair(Connection client, Connection server) {}

    static Pair pair(String clientAddress, String serverAddress) {
        var up = new Pipe();
        var down = new Pipe();
        return new Pair(new Connection(down, up, serverAddress), new Connection(up, down, clientAddress));
    }

    /** The address of the other side. */
    public String peer() {
        return peer;
    }

    public InputStream in() {
        return incoming.in();
    }

    public OutputStream out() {
        return outgoing.out();
    }

    // What was written may still be read at the other side; what was not read will not be.
    @Override
    public void close() {
        incoming.close();
        outgoing.end();
    }
}
