package dev.dockline.embedded.socket;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.dockline.embedded.api.Server;
import dev.dockline.embedded.io.Pipe;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The answer to one request, from the routes to the socket. It closes the connection after the last that is given. */
final class Answer implements Callable<Void> {
    private static final Pattern TAKING_OVER =
            Pattern.compile("(?:/v[0-9.]+)?/(?:containers/[^?]+/attach|exec/[^?]+/start)(?:\\?.*)?");
    private static final HttpResponseStatus UPGRADED = new HttpResponseStatus(101, "UPGRADED");
    private static final int PIECE = 1 << 16;
    private static final int WAIT_MILLIS = 10;
    private static final int MOST_WAITS = 200;

    private final Server server;
    private final SocketChannel channel;
    private final HttpRequest request;
    private final Pipe body;
    private final Pipe input;
    private final BooleanSupplier received;
    private final EmbeddedChannel encoder = new EmbeddedChannel(new HttpResponseEncoder());

    Answer(Server server, SocketChannel channel, HttpRequest request, Pipe body, Pipe input, BooleanSupplier received) {
        this.server = server;
        this.channel = channel;
        this.request = request;
        this.body = body;
        this.input = input;
        this.received = received;
    }

    /** Whether a request's connection is the program's from the answer on. */
    static boolean mayTakeOver(HttpRequest request) {
        return request.method().name().equals("POST")
                && TAKING_OVER.matcher(request.uri()).matches();
    }

    @Override
    public Void call() throws IOException, InterruptedException {
        boolean again = false;
        try {
            again = give();
        } catch (UncheckedIOException hungUp) {
            // There is nobody to tell.
        } finally {
            encoder.finishAndReleaseAll();
            if (!again) close();
        }
        return null;
    }

    // Who is still sending would be cut off from what was answered meanwhile.
    private void close() throws IOException, InterruptedException {
        try (channel) {
            channel.shutdownOutput();
            for (int waited = 0; !received.getAsBoolean() && waited < MOST_WAITS; waited++) {
                Thread.sleep(WAIT_MILLIS);
            }
        } catch (ClosedChannelException gone) {
            return;
        }
    }

    /** Gives the answer, and returns whether the connection may have another request. */
    private boolean give() throws IOException {
        if (request.decoderResult().isFailure()) {
            send(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST));
            return false;
        }
        if (HttpUtil.is100ContinueExpected(request)) {
            send(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
        try (var response =
                server.open(request.method().name(), request.uri(), body.in(), input == null ? null : input.in())) {
            if (input != null) return takeOver(response);
            boolean whole = response.getHeader("Content-Length") != null || isEmpty(response);
            if (whole) {
                send(whole(response));
            } else {
                stream(response);
            }
            return HttpUtil.isKeepAlive(request) && (whole || takesChunks());
        } finally {
            body.in().close();
        }
    }

    private boolean isEmpty(Response response) {
        int status = response.getStatusCode();
        return request.method().name().equals("HEAD") || status == 204 || status == 304;
    }

    private boolean takesChunks() {
        return request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    }

    private DefaultFullHttpResponse whole(Response response) throws IOException {
        var bytes = isEmpty(response) ? new byte[0] : response.getBody().readAllBytes();
        return headed(
                response,
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status(response), Unpooled.wrappedBuffer(bytes)));
    }

    private void stream(Response response) throws IOException {
        var head = headed(response, new DefaultHttpResponse(HttpVersion.HTTP_1_1, status(response)));
        HttpUtil.setTransferEncodingChunked(head, takesChunks());
        send(head);
        var piece = new byte[PIECE];
        for (int count = response.getBody().read(piece);
                count >= 0;
                count = response.getBody().read(piece)) {
            send(new DefaultHttpContent(Unpooled.copiedBuffer(piece, 0, count)));
        }
        send(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    // Refused, or done without output as a detached start: answered as ever, and that is all on this connection.
    private boolean takeOver(Response response) throws IOException {
        if (response.getHeader("Content-Length") != null || response.getStatusCode() >= 300) {
            send(whole(response));
            return false;
        }
        boolean upgrades = request.headers().contains(HttpHeaderNames.UPGRADE);
        var head = headed(
                response, new DefaultHttpResponse(HttpVersion.HTTP_1_1, upgrades ? UPGRADED : HttpResponseStatus.OK));
        if (upgrades) {
            head.headers()
                    .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                    .set(HttpHeaderNames.UPGRADE, "tcp");
        }
        send(head);
        var piece = new byte[PIECE];
        for (int count = response.getBody().read(piece);
                count >= 0;
                count = response.getBody().read(piece)) {
            write(ByteBuffer.wrap(piece, 0, count));
        }
        return false;
    }

    private static HttpResponseStatus status(Response response) {
        return HttpResponseStatus.valueOf(response.getStatusCode());
    }

    private <M extends HttpMessage> M headed(Response response, M message) {
        response.getHeaders().forEach(message.headers()::set);
        if (!HttpUtil.isKeepAlive(request) || input != null) {
            message.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return message;
    }

    private void send(Object message) throws IOException {
        encoder.writeOutbound(message);
        for (ByteBuf bytes = encoder.readOutbound(); bytes != null; bytes = encoder.readOutbound()) {
            try {
                write(bytes.nioBuffer());
            } finally {
                bytes.release();
            }
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }
}
