package dev.dockline.shell.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMQException;
import zmq.ZError;

/** The sockets of a kernel. Each is used by the thread that reads it alone, but for the one that publishes. */
final class Sockets implements AutoCloseable {
    private final ZContext context = new ZContext();
    private final Signed signed;
    private final Socket shell;
    private final Socket control;
    private final Socket stdin;
    private final Socket heartbeat;
    private final Socket iopub;

    Sockets(Connection connection) throws IOException {
        signed = new Signed(connection.key());
        shell = bound(SocketType.ROUTER, connection.address(connection.shell()));
        control = bound(SocketType.ROUTER, connection.address(connection.control()));
        stdin = bound(SocketType.ROUTER, connection.address(connection.stdin()));
        heartbeat = bound(SocketType.REP, connection.address(connection.heartbeat()));
        iopub = bound(SocketType.PUB, connection.address(connection.iopub()));
    }

    private Socket bound(SocketType type, String address) throws IOException {
        var socket = context.createSocket(type);
        socket.setLinger(1000);
        try {
            socket.bind(address);
        } catch (ZMQException e) {
            context.close();
            throw new IOException("Cannot serve Jupyter at " + address + ": " + reason(e) + ".", e);
        }
        return socket;
    }

    private static String reason(ZMQException e) {
        return e.getErrorCode() == ZError.EADDRINUSE ? "the port is taken" : e.getMessage();
    }

    Socket shell() {
        return shell;
    }

    Socket control() {
        return control;
    }

    Socket stdin() {
        return stdin;
    }

    /** Sends back what comes, for ever: so a client knows that the kernel lives. */
    void beat() {
        ZMQ.proxy(heartbeat, heartbeat, null);
    }

    /** Waits for a message at a socket; empty if what came is none. */
    Optional<Message> receive(Socket socket) {
        var frames = new ArrayList<byte[]>();
        do {
            frames.add(socket.recv());
        } while (socket.hasReceiveMore());
        return signed.message(frames);
    }

    /** Waits for a message for so long. */
    boolean comes(Socket socket, long millis) {
        try (var poller = context.createPoller(1)) {
            poller.register(socket, ZMQ.Poller.POLLIN);
            return poller.poll(millis) > 0;
        }
    }

    /** Answers a message at the socket that it came from. */
    void reply(Socket socket, Message to, String type, JsonNode content) {
        send(socket, signed.frames(to.identities(), type, to, content));
    }

    /** Tells all clients; called on any thread. */
    void publish(Message about, String type, JsonNode content) {
        synchronized (iopub) {
            send(iopub, signed.frames(List.of(type.getBytes()), type, about, content));
        }
    }

    private static void send(Socket socket, List<byte[]> frames) {
        for (var i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
