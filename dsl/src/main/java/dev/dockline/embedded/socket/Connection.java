package dev.dockline.embedded.socket;

import dev.dockline.embedded.api.Server;
import dev.dockline.embedded.io.Pipe;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What one client sends: requests, one after the other, until one takes the connection over.
 *
 * <p>Read to its end on a thread of its own, also while an answer is given, so that a client that hangs up is noticed.
 */
final class Connection implements Runnable {
    private static final int MOST_HEAD_BYTES = 1 << 16;
    private static final int PIECE = 1 << 16;
    private static final int SECONDS_TO_ANSWER_WHO_HAS_GONE = 1;

    private final Server server;
    private final ExecutorService threads;
    private final SocketChannel channel;
    private final EmbeddedChannel decoder =
            new EmbeddedChannel(new HttpRequestDecoder(MOST_HEAD_BYTES, MOST_HEAD_BYTES, MOST_HEAD_BYTES));
    private volatile boolean received;
    private Pipe body;
    private Pipe input;
    private boolean raw;
    private Future<?> answering;

    Connection(Server server, ExecutorService threads, SocketChannel channel) {
        this.server = server;
        this.threads = threads;
        this.channel = channel;
    }

    @Override
    public void run() {
        var buffer = ByteBuffer.allocate(PIECE);
        try (channel) {
            while (channel.read(buffer.clear()) >= 0) {
                var bytes = Unpooled.copiedBuffer(buffer.flip());
                if (raw) {
                    take(bytes);
                } else {
                    decoder.writeInbound(bytes);
                    takeDecoded();
                }
            }
            endOfInput();
        } catch (IOException | InterruptedException | ExecutionException gone) {
            // The connection is closed, by the client or because the last answer has been given.
        } finally {
            hungUp();
            decoder.finishAndReleaseAll();
        }
    }

    private void takeDecoded() throws InterruptedException, ExecutionException {
        for (Object message = decoder.readInbound(); message != null; message = decoder.readInbound()) {
            try {
                if (message instanceof HttpRequest request) begin(request);
                if (message instanceof HttpContent content)
                    take(content.content().retain());
                if (message instanceof LastHttpContent) endOfRequest();
                if (message instanceof ByteBuf bytes) take(bytes.retain());
            } finally {
                ReferenceCountUtil.release(message);
            }
        }
    }

    private void begin(HttpRequest request) throws InterruptedException, ExecutionException {
        if (answering != null) answering.get();
        received = false;
        body = new Pipe();
        input = Answer.mayTakeOver(request) ? new Pipe() : null;
        answering = threads.submit(new Answer(server, channel, request, body, input, () -> received));
    }

    private void take(ByteBuf bytes) {
        try {
            (raw ? input : body).out().write(ByteBufUtil.getBytes(bytes));
        } catch (IOException nobodyReads) {
            // It was answered without being read to its end; what is left is for nobody.
        } finally {
            bytes.release();
        }
    }

    // From here on what comes is for the program, and no more HTTP.
    private void endOfRequest() {
        received = true;
        body.end();
        if (input != null) {
            raw = true;
            decoder.pipeline().remove(HttpRequestDecoder.class);
        }
    }

    // One half is closed, or all: that cannot be told from here. A program's output goes on when its input has ended;
    // an
    // answer that comes soon is given to whoever may still read.
    private void endOfInput() throws InterruptedException, ExecutionException {
        if (raw) {
            input.end();
            answering.get();
        } else if (answering != null) {
            if (body != null) body.end();
            try {
                answering.get(SECONDS_TO_ANSWER_WHO_HAS_GONE, TimeUnit.SECONDS);
            } catch (TimeoutException late) {
                return;
            }
        }
    }

    private void hungUp() {
        if (answering != null) answering.cancel(true);
        if (body != null) body.close();
        if (input != null) input.close();
    }
}
