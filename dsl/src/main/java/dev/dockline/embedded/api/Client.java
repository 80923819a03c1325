package dev.dockline.embedded.api;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The transport under docker-java, without any transport. */
final class Client implements DockerHttpClient {
    private final Server server;
    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Client(Server server) {
        this.server = server;
    }

    @Override
    public Response execute(Request request) {
        if (closed) throw new IllegalStateException("This client of the embedded engine is closed");
        var exchange = new Exchange(
                server,
                new Incoming(request.method(), request.path(), body(request), request.hijackedInput()),
                open::remove);
        open.add(exchange);
        return exchange.await();
    }

    private static InputStream body(Request request) {
        var bytes = request.bodyBytes();
        if (bytes != null) return new ByteArrayInputStream(bytes);
        return request.body() == null ? InputStream.nullInputStream() : request.body();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        Set.copyOf(open).forEach(Exchange::close);
    }
}
