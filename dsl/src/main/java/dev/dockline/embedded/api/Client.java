package dev.dockline.embedded.api;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
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
        var exchange = new Exchange(server, request, open::remove);
        open.add(exchange);
        return exchange.await();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        Set.copyOf(open).forEach(Exchange::close);
    }
}
