package dev.dockline.embedded.api;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** One request and its answer, between the caller's thread and the engine's. */
final class Exchange implements DockerHttpClient.Response {
    private final Server server;
    private final Consumer<Exchange> onClose;
    private final CompletableFuture<Reply> answer = new CompletableFuture<>();
    private Future<?> writing;
    private Reply reply;
    private boolean closed;

    Exchange(Server server, Incoming request, Consumer<Exchange> onClose) {
        this.server = server;
        this.onClose = onClose;
        server.threads().execute(() -> answer(request));
    }

    private void answer(Incoming request) {
        try {
            publish(server.handle(request, new Upload(request.body())));
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
            throw e;
        }
    }

    /** A body that breaks off when its sender has gone. */
    private final class Upload extends FilterInputStream {
        Upload(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (isClosed()) throw new IOException("unexpected EOF");
            return super.read(bytes, offset, length);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void publish(Reply ready) {
        synchronized (this) {
            reply = ready;
            if (!closed && ready.writer() != null) writing = server.threads().submit(() -> write(ready));
        }
        if (isClosed()) ready.close();
        answer.complete(ready);
    }

    private static void write(Reply reply) {
        try {
            reply.writer().write(reply.pipe().out());
        } catch (IOException | InterruptedException e) {
            // The client has hung up, or what it read from has gone: its stream ends either way.
        } finally {
            reply.pipe().end();
        }
    }

    /** Waits for the answer; an interrupt leaves the engine to finish alone. */
    DockerHttpClient.Response await() {
        try {
            answer.get();
            return this;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while the engine was at work"));
        } catch (ExecutionException e) {
            close();
            throw new IllegalStateException("the embedded engine failed", e.getCause());
        }
    }

    @Override
    public int getStatusCode() {
        return reply.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return reply.headers();
    }

    @Override
    public InputStream getBody() {
        return reply.body();
    }

    @Override
    public void close() {
        Reply ready;
        Future<?> writer;
        synchronized (this) {
            if (closed) return;
            closed = true;
            ready = reply;
            writer = writing;
        }
        if (writer != null) writer.cancel(true);
        if (ready != null) ready.close();
        onClose.accept(this);
    }
}
