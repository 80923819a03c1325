package dev.dockline.engine;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.dockline.error.EngineRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
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
 * A connection on which input goes to a program while its output comes back, and on which the input alone can end.
 *
 * <p>docker-java never delivers the end of standard input, on any engine: its transports do not close one half.
 */
public final class Duplex implements AutoCloseable {
    private static final int PIPE = 1 << 16;

    private final InputStream in;
    private final OutputStream out;
    private final AutoCloseable below;

    private Duplex(InputStream in, OutputStream out, AutoCloseable below) {
        this.in = in;
        this.out = out;
        this.below = below;
    }

    /**
     * Sends a request and takes the connection over.
     *
     * @param path the path without the version
     * @param json the body
     * @throws DockerException if the engine refuses
     * @throws EngineRefused if the way to the engine cannot be closed by halves, as with TLS
     */
    static Duplex open(Engine engine, String path, String json) {
        try {
            return engine.address().url().matches("(unix|tcp)://.+")
                    ? overSocket(engine, path, json)
                    : inProcess(engine, path, json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // An engine in this process reads the input as a stream, whose end is an end.
    private static Duplex inProcess(Engine engine, String path, String json) throws IOException {
        var out = new PipedOutputStream();
        var request = Request.builder()
                .method(Request.Method.POST)
                .path("/v" + engine.api() + path)
                .putHeader("Content-Type", "application/json")
                .bodyBytes(json.getBytes(StandardCharsets.UTF_8))
                .hijackedInput(new PipedInputStream(out, PIPE))
                .build();
        Response response = engine.http().execute(request);
        if (response.getStatusCode() >= 400) {
            throw refusal(response.getStatusCode(), response.getBody());
        }
        return new Duplex(response.getBody(), out, response);
    }

    private static Duplex overSocket(Engine engine, String path, String json) throws IOException {
        var channel = channel(engine.address());
        try {
            var in = Channels.newInputStream(new Plain(channel));
            var body = json.getBytes(StandardCharsets.UTF_8);
            var head = "POST /v" + engine.api() + path + " HTTP/1.1\r\nHost: dockline\r\nConnection: Upgrade\r\n"
                    + "Upgrade: tcp\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
            var out = Channels.newOutputStream(new Plain(channel));
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            int status = status(in);
            if (status >= 400) {
                throw refusal(status, in);
            }
            return new Duplex(in, out, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static SocketChannel channel(EngineAddress address) throws IOException {
        var uri = URI.create(address.url());
        boolean unix = uri.getScheme().equals("unix");
        if (!unix && "1".equals(System.getenv("DOCKER_TLS_VERIFY"))) {
            throw new EngineRefused(
                    "Cannot send input over TLS to " + address.url(),
                    "a TLS connection is not closed by halves here",
                    null);
        }
        SocketAddress to =
                unix ? UnixDomainSocketAddress.of(uri.getPath()) : new InetSocketAddress(uri.getHost(), uri.getPort());
        var channel = unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        channel.connect(to);
        return channel;
    }

    private static int status(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the engine closed the connection");
            }
            head.write(next);
        }
        return Integer.parseInt(head.toString(StandardCharsets.ISO_8859_1).split(" ", 3)[1]);
    }

    private static DockerException refusal(int status, InputStream body) throws IOException {
        String text = new String(body.readNBytes(PIPE), StandardCharsets.UTF_8);
        int json = text.indexOf('{');
        return new DockerException(json < 0 ? text : text.substring(json, text.lastIndexOf('}') + 1), status);
    }

    /** What the program writes, framed unless it has a terminal. */
    public InputStream output() {
        return in;
    }

    /** Takes what the program is to read. */
    public OutputStream input() {
        return out;
    }

    /** Ends the input; the output goes on. */
    public void endInput() throws IOException {
        if (below instanceof SocketChannel channel) {
            channel.shutdownOutput();
        } else {
            out.close();
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            below.close();
        } catch (Exception e) {
            // It is being given up; how that went is of no use to anyone.
        }
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
