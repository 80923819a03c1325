package dev.dockline.embedded.program.server;

import dev.dockline.embedded.net.Connection;
import dev.dockline.embedded.net.Listener;
import dev.dockline.embedded.program.Process;
import java.io.IOException;

/** Serves a port, each client on a thread of its own, until a signal or a kill closes it. */
final class Acceptor {
    @FunctionalInterface
    interface Service {
        void serve(Connection client) throws IOException;
    }

    private static final int INT = 2;
    private static final int TERM = 15;

    private Acceptor() {}

    /** Returns when TERM or INT has closed the port; false if the port is in use. */
    static boolean serve(Process process, Listener listener, Service service) throws IOException {
        if (listener == null) return false;
        process.table().closeAtKill(listener);
        process.onSignal(TERM, listener::close);
        process.onSignal(INT, listener::close);
        try (listener) {
            for (var client = listener.accept(); client != null; client = listener.accept())
                start(process, client, service);
        }
        return true;
    }

    private static void start(Process process, Connection client, Service service) {
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
