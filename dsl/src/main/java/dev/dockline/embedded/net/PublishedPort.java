package dev.dockline.embedded.net;

import dev.dockline.embedded.io.Threads;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A real port of the host that leads to a container's: the only way in from outside. */
public final class PublishedPort implements Closeable {
    /** Connects to the container's port; null where nobody listens there. */
    @FunctionalInterface
    public interface Target {
        Connection connect();
    }

    private static final int BLOCK = 64 * 1024;

    private final Closeable socket;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

    private PublishedPort(Closeable socket) {
        this.socket = socket;
    }

    /** Fails with BindException where the host's port is taken or the address is none of the host's. */
    public static PublishedPort tcp(String ip, int port, Target target) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(ip), port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        var published = new PublishedPort(socket);
        Threads.start("dockline-port-" + port, () -> published.accept(socket, target));
        return published;
    }

    /** No program of the engine's listens on udp: the port is held, and what arrives is dropped, as by a closed port. */
    public static PublishedPort udp(String ip, int port) throws IOException {
        return new PublishedPort(new DatagramSocket(new InetSocketAddress(InetAddress.getByName(ip), port)));
    }

    private void accept(ServerSocket server, Target target) {
        while (!server.isClosed()) {
            try {
                serve(server.accept(), target);
            } catch (IOException e) {
                // The socket was closed, or one client went away between knocking and being let in.
            }
        }
    }

    private void serve(Socket client, Target target) throws IOException {
        var connection = target.connect();
        if (connection == null) {
            client.close();
            return;
        }
        open.add(client);
        open.add(connection);
        var half = new AtomicBoolean();
        relay(client, connection, half, "in", () -> {
            pump(client.getInputStream(), connection.out());
            connection.out().close();
        });
        relay(client, connection, half, "out", () -> {
            pump(connection.in(), client.getOutputStream());
            client.shutdownOutput();
        });
    }

    @FunctionalInterface
    private interface Direction {
        void run() throws IOException;
    }

    // Either side may end what it says and go on listening; both are closed when both have ended, or when one breaks.
    private void relay(Socket client, Connection connection, AtomicBoolean half, String name, Direction direction) {
        Threads.start("dockline-port-" + name, () -> {
            var goesOn = false;
            try {
                direction.run();
                goesOn = half.compareAndSet(false, true);
            } catch (IOException e) {
                // Either side hung up; the other learns it from its closed stream.
            }
            if (goesOn) return;
            close(client);
            close(connection);
        });
    }

    private static void pump(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[BLOCK];
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) out.write(buffer, 0, count);
    }

    private void close(Closeable one) {
        open.remove(one);
        try {
            one.close();
        } catch (IOException e) {
            // It is closed as far as this process is concerned, which is all that was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        Set.copyOf(open).forEach(this::close);
    }
}
