package dev.dockline.embedded.net;

import dev.dockline.embedded.io.Threads;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A real port of the host that leads to a container's: the only way in from outside. */
public final class PublishedPort implements Closeable {
    /** Takes a client to the container's port; false where nobody listens there. */
    @FunctionalInterface
    public interface Target {
        boolean take(Connection client);
    }

    private final Closeable socket;
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

    private PublishedPort(Closeable socket) {
        this.socket = socket;
    }

    /**
     * The target is told that its clients come from {@code peer}. Fails with BindException where the host's port is taken or
     * the address is none of the host's.
     */
    public static PublishedPort tcp(String ip, int port, String peer, Target target) throws IOException {
        var server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            // The socket's own bind, unlike the channel's, says an unknown address in BindException's words.
            server.socket().bind(new InetSocketAddress(InetAddress.getByName(ip), port));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        var published = new PublishedPort(server);
        Threads.start("dockline-port-" + port, () -> published.accept(server, peer, target));
        return published;
    }

    /** No program of the engine's listens on udp: the port is held, and what arrives is dropped, as by a closed port. */
    public static PublishedPort udp(String ip, int port) throws IOException {
        return new PublishedPort(new DatagramSocket(new InetSocketAddress(InetAddress.getByName(ip), port)));
    }

    private void accept(ServerSocketChannel server, String peer, Target target) {
        while (server.isOpen()) {
            try {
                serve(server.accept(), peer, target);
            } catch (IOException e) {
                // The socket was closed, or one client went away between knocking and being let in.
            }
        }
    }

    private void serve(SocketChannel client, String peer, Target target) throws IOException {
        clients.removeIf(one -> !one.isOpen());
        clients.add(client);
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (!target.take(Connection.over(client, peer))) client.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var client : clients) client.close();
    }
}
