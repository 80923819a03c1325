package dev.dockline.embedded.socket;

import dev.dockline.embedded.api.Server;
import dev.dockline.embedded.io.Threads;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;

/** Listens on a unix socket that its owner alone may connect to. */
public final class SocketServer implements AutoCloseable {
    private static final int WAITING_CLIENTS = 1024;

    private final Server server;
    private final Path path;
    private final ExecutorService threads = Threads.pool("dockline-socket");
    private final ServerSocketChannel listening;
    private final Object file;

    private SocketServer(Server server, Path path) throws IOException {
        this.server = server;
        this.path = path;
        listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        boolean bound = false;
        try {
            file = bind();
            bound = true;
        } finally {
            if (!bound) listening.close();
        }
        threads.execute(this::accept);
    }

    /**
     * Begins to listen; the folder is made for the owner alone if it is not there.
     *
     * @throws FileAlreadyExistsException if something else is there, or somebody listens there
     */
    public static SocketServer listen(Server server, Path path) throws IOException {
        requireFree(path);
        Files.createDirectories(
                path.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new SocketServer(server, path);
    }

    private static void requireFree(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return;
        if (!attributes(path).isOther())
            throw new FileAlreadyExistsException(path.toString(), null, "it is there, and no socket");
        if (somebodyListens(path))
            throw new FileAlreadyExistsException(path.toString(), null, "somebody listens there already");
    }

    private static boolean somebodyListens(Path path) {
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(path)).close();
            return true;
        } catch (IOException leftByTheDead) {
            return false;
        }
    }

    // Made in a folder that nobody else may enter, and moved from there: at no moment may others connect.
    private Object bind() throws IOException {
        var folder = Files.createTempDirectory(path.toAbsolutePath().getParent(), ".dockline");
        var made = folder.resolve("s");
        try {
            listening.bind(UnixDomainSocketAddress.of(made), WAITING_CLIENTS);
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
            return attributes(path).fileKey();
        } finally {
            Files.deleteIfExists(made);
            Files.delete(folder);
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private void accept() {
        try {
            while (true) threads.execute(new Connection(server, threads, listening.accept()));
        } catch (IOException closed) {
            return;
        }
    }

    /** Ends all connections, and takes the socket away unless another has taken its place. */
    @Override
    public void close() {
        try {
            listening.close();
            if (file.equals(attributes(path).fileKey())) Files.deleteIfExists(path);
        } catch (IOException gone) {
            // Somebody was faster.
        } finally {
            threads.shutdownNow();
        }
    }
}
