package dev.dockline.embedded.net;

import dev.dockline.embedded.io.Pipe;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;

/**
 * A program's end of a connection, to another program or to a client outside; closing the output lets the other side read
 * the end.
 */
public final class Connection implements Closeable {
    private final InputStream in;
    private final OutputStream out;
    private final String peer;
    private final Closeable whole;

    private Connection(InputStream in, OutputStream out, String peer, Closeable whole) {
        this.in = in;
        this.out = out;
        this.peer = peer;
        this.whole = whole;
    }

    record Pair(Connection client, Connection server) {}

    static Pair pair(String clientAddress, String serverAddress) {
        var up = new Pipe();
        var down = new Pipe();
        return new Pair(over(down, up, serverAddress), over(up, down, clientAddress));
    }

    // What was written may still be read at the other side; what was not read will not be.
    private static Connection over(Pipe incoming, Pipe outgoing, String peer) {
        return new Connection(incoming.in(), outgoing.out(), peer, () -> {
            incoming.close();
            outgoing.end();
        });
    }

    /** The client's socket itself: a channel's, so that a signal gets the program out of a read or a write. */
    static Connection over(SocketChannel client, String peer) throws IOException {
        var in = new FilterInputStream(client.socket().getInputStream()) {
            @Override
            public void close() throws IOException {
                client.shutdownInput();
            }
        };
        var out = new FilterOutputStream(client.socket().getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                client.shutdownOutput();
            }
        };
        return new Connection(in, out, peer, client);
    }

    /** The address of the other side. */
    public String peer() {
        return peer;
    }

    public InputStream in() {
        return in;
    }

    public OutputStream out() {
        return out;
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
