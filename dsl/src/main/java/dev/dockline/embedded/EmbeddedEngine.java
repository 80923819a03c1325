package dev.dockline.embedded;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.dockline.embedded.api.Server;
import dev.dockline.embedded.fs.Storage;
import dev.dockline.embedded.image.Catalog;
import dev.dockline.embedded.io.Threads;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.program.Program;
import dev.dockline.embedded.program.server.Servers;
import dev.dockline.embedded.program.shell.Sh;
import dev.dockline.embedded.program.tool.Tools;
import dev.dockline.embedded.runtime.Daemon;
import dev.dockline.embedded.socket.SocketServer;
import dev.dockline.embedded.state.Adopted;
import dev.dockline.embedded.state.Seen;
import dev.dockline.embedded.state.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A container engine in this process. Any number of threads may use it. */
public final class EmbeddedEngine implements AutoCloseable {
    private final Daemon daemon;
    private final Server server;
    private final Thread atExit = new Thread(this::end, "dockline-engine-exit");
    private final List<Runnable> sockets = new CopyOnWriteArrayList<>();
    private boolean closed;

    private EmbeddedEngine(Daemon daemon) {
        this.daemon = daemon;
        this.server = new Server(daemon);
    }

    private EmbeddedEngine(Storage storage) {
        this(Daemon.onHost(Clock.systemUTC(), EmbeddedEngine::program, storage));
        Catalog.addTo(daemon);
        // To look for them takes as long as all else here, and most engines have none.
        daemon.model().images().supplement(() -> Supplements.images().forEach(image -> Catalog.add(daemon, image)));
    }

    /** Starts an engine with files in a temporary folder, which {@link #close} or the end of this process deletes. */
    public static EmbeddedEngine start() {
        Threads.start("dockline-engine-json", Json::load);
        return started(new EmbeddedEngine(Storage.temporary()));
    }

    /**
     * Starts an engine with its state in a folder, made if need be: what is there is there again the next time, and
     * what ran then has ended: {@code EmbeddedEngine.at(Path.of("state"))}. One process at a time may have it; what it
     * has said it did is kept even if it is killed.
     *
     * @throws IOException if another process has the folder, or it cannot be read
     */
    public static EmbeddedEngine at(Path folder) throws IOException {
        var engine = new EmbeddedEngine(Storage.at(folder));
        try {
            StateFolder.keep(engine.daemon);
        } catch (IOException | RuntimeException e) {
            engine.end();
            throw e;
        }
        return started(engine);
    }

    /**
     * Starts an engine that only keeps books: it begins with what another engine told, and says what each call would
     * change. No program runs in it, no port opens, no path of the host is touched; an image that it does not have, it
     * takes for pulled.
     */
    public static EmbeddedEngine imagining(Seen seen) {
        var daemon = Daemon.imagining(Clock.systemUTC());
        Adopted.take(daemon, seen);
        return started(new EmbeddedEngine(daemon));
    }

    private static EmbeddedEngine started(EmbeddedEngine engine) {
        Runtime.getRuntime().addShutdownHook(engine.atExit);
        return engine;
    }

    private static Program program(String name) {
        if (name.equals("sh") || name.equals("bash")) return new Sh();
        var tool = Tools.named(name);
        var own = tool == null ? Servers.named(name) : tool;
        return own == null ? Supplements.program(name) : own;
    }

    /** A transport for docker-java; closing it leaves the engine running. */
    public DockerHttpClient client() {
        return server.client();
    }

    /**
     * Answers on a unix socket too, for other programs: {@code engine.serve(Path.of("/run/user/1000/dockline.sock"))}.
     * The socket is for its owner alone. Closing what is returned ends that; the engine goes on.
     *
     * @throws IOException if something is at that path already, or it cannot be made
     * @throws IllegalStateException if the library for it is not there: {@code io.netty:netty-codec-http:4.2.18.Final}
     */
    public AutoCloseable serve(Path socket) throws IOException {
        try {
            var listening = SocketServer.listen(server, socket);
            sockets.add(listening::close);
            return listening;
        } catch (NoClassDefFoundError missing) {
            throw new IllegalStateException(
                    "a socket needs the library io.netty:netty-codec-http:4.2.18.Final, which is not there", missing);
        }
    }

    /** What ought always to hold within the engine and does not now; empty when all is well. */
    public List<String> violations() {
        return daemon.violations();
    }

    /** Ends all programs, closes all ports, and deletes all files unless they are in a folder that was given. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook runs and finds nothing left to do.
        }
    }

    private synchronized void end() {
        if (closed) return;
        closed = true;
        sockets.forEach(Runnable::run);
        daemon.close();
        server.close();
    }
}
