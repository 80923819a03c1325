package dev.dockline.embedded.program.server;

import dev.dockline.embedded.net.Connection;
import dev.dockline.embedded.net.Listener;
import dev.dockline.embedded.program.Process;
import java.io.IOException;
import java.util.Optional;

/** A port that is served, each client on a thread of its own, until a signal or a kill closes it. */
final class Acceptor {
    @FunctionalInterface
    interface Service {
        void serve(Connection client) throws IOException;
    }

    private static final int INT = 2;
    private static final int TERM = 15;

    private final Process process;
    private final Listener listener;

    private Acceptor(Process process, Listener listener) {
        this.process = process;
        this.listener = listener;
    }

    /** Listens, and heeds TERM and INT from now on: a server says that it is ready only after this. */
    static Optional<Acceptor> on(Process process, int port) {
        var listener = process.network().listen(port);
        if (listener == null) return Optional.empty();
        process.table().closeAtKill(listener);
        process.onSignal(TERM, listener::close);
        process.onSignal(INT, listener::close);
        return Optional.of(new Acceptor(process, listener));
    }

    /** Returns when a signal or a kill has closed the port. */
    void serve(Service service) throws IOException {
        try (listener) {
            for (var client = listener.accept(); client != null; client = listener.accept()) start(client, service);
        }
    }

    private void start(Connection client, Service service) {
        process.table().closeAtKill(client);
        process.table().start(() -> {
            try (client) {
                service.serve(client);
            } catch (IOException e) {
                // The client has hung up; the next one is served all the same.
            } finally {
                process.table().forget(client);
            }
        });
    }
}
