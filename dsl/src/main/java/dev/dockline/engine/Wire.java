package dev.dockline.engine;

import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.error.EngineRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A connection to an engine's socket for one request, where docker-java's transports fall short: they never close one
 * half, and they send a body in pieces of 4 KB, at half the speed that the engine can take.
 */
final class Wire implements AutoCloseable {
    private static final int PIECE = 1 << 18;
    private static final int MOST_OF_A_REFUSAL = 1 << 16;

    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;

    private Wire(SocketChannel channel) {
        this.channel = channel;
        this.in = Channels.newInputStream(new Plain(channel));
        this.out = Channels.newOutputStream(new Plain(channel));
    }

    /** Whether an engine has a socket that is spoken to without TLS. */
    static boolean reaches(EngineAddress address) {
        return address.url().startsWith("unix://") || address.url().startsWith("tcp://") && !tls();
    }

    private static boolean tls() {
        return "1".equals(System.getenv("DOCKER_TLS_VERIFY"));
    }

    /**
     * Connects.
     *
     * @throws EngineRefused if it is not reached
     */
    static Wire to(EngineAddress address) throws IOException {
        if (!reaches(address)) {
            throw new EngineRefused(
                    "Cannot send input to " + address.url(),
                    "neither a TLS connection nor a named pipe is closed by halves here",
                    null);
        }
        var uri = URI.create(address.url());
        boolean unix = uri.getScheme().equals("unix");
        SocketAddress to =
                unix ? UnixDomainSocketAddress.of(uri.getPath()) : new InetSocketAddress(uri.getHost(), uri.getPort());
        var channel = unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        try {
            channel.connect(to);
            return new Wire(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Sends a tar stream, and waits until it is taken.
     *
     * @throws DockerException if the engine refuses
     */
    static void put(EngineAddress address, String path, InputStream tar) {
        try (var wire = Handover.closeOnCancel(to(address))) {
            wire.send(
                    "PUT " + path,
                    "Connection: close",
                    "Content-Type: application/x-tar",
                    "Transfer-Encoding: chunked");
            wire.sendInPieces(tar);
            wire.requireAccepted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the head of a request. */
    void send(String methodAndPath, String... headers) throws IOException {
        var head = methodAndPath + " HTTP/1.1\r\nHost: dockline\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private void sendInPieces(InputStream body) throws IOException {
        var piece = ByteBuffer.allocateDirect(PIECE);
        var bytes = new byte[PIECE];
        for (int count = body.readNBytes(bytes, 0, PIECE); count > 0; count = body.readNBytes(bytes, 0, PIECE)) {
            try {
                sendAll(ascii(Integer.toHexString(count) + "\r\n"));
                sendAll(piece.clear().put(bytes, 0, count).flip());
                sendAll(ascii("\r\n"));
            } catch (IOException cut) {
                throw refusalOr(cut);
            }
        }
        sendAll(ascii("0\r\n\r\n"));
    }

    // An engine that has seen enough closes the connection, and may have said why before.
    private IOException refusalOr(IOException cut) {
        try {
            requireAccepted();
        } catch (IOException nothingSaid) {
            cut.addSuppressed(nothingSaid);
        }
        return cut;
    }

    private void sendAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads the head of what is answered.
     *
     * @throws DockerException if that is a refusal
     */
    void requireAccepted() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the engine closed the connection");
            }
            head.write(next);
        }
        int status = Integer.parseInt(head.toString(StandardCharsets.ISO_8859_1).split(" ", 3)[1]);
        if (status >= 400) {
            String text = new String(in.readNBytes(MOST_OF_A_REFUSAL), StandardCharsets.UTF_8);
            int json = text.indexOf('{');
            throw Engine.refusal(status, json < 0 ? text : text.substring(json, text.lastIndexOf('}') + 1));
        }
    }

    /** What the engine sends. */
    InputStream in() {
        return in;
    }

    /** Takes what the engine is to receive. */
    OutputStream out() {
        return out;
    }

    /** Ends what is sent; what is received goes on. */
    void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    // Over a socket's channel itself the JDK's streams let a reader lock a writer out, up to Java 18.
    private record Plain(SocketChannel channel) implements ByteChannel {
        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return channel.read(bytes);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return channel.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
