package dev.dockline.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A line to a real engine that goes dead when told to: to the caller, that is an engine that was killed or hangs. */
final class Line implements AutoCloseable {
    private final Path engine;
    private final Path socket;
    private final ServerSocketChannel server;
    private final Queue<SocketChannel> open = new ConcurrentLinkedQueue<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private volatile String fatal = "";
    private volatile long answerLimit = Long.MAX_VALUE;
    private volatile boolean hanging;

    private Line(Path engine, Path socket) throws IOException {
        this.engine = engine;
        this.socket = socket;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        run(this::accept);
    }

    /** A line to the engine at a unix URL, which ends at a socket in a folder. */
    static Line to(String url, Path folder) throws IOException {
        return new Line(Path.of(url.substring("unix://".length())), folder.resolve("line.sock"));
    }

    String url() {
        return "unix://" + socket;
    }

    /** The methods and paths of the requests that were sent over it so far. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    /** Goes dead before a request that begins like this reaches the engine; {@code *} stands for one part of a path. */
    void deadOn(String request) {
        fatal = request.replace("*", "[^/ ]+");
    }

    /** Goes dead when an answer is longer than this. */
    void deadAfterAnswering(long bytes) {
        answerLimit = bytes;
    }

    /** From now on nothing passes, and nothing is closed. */
    void hang() {
        hanging = true;
    }

    /** Goes dead at once. */
    void die() {
        try {
            // The door first: who is cut off comes again at once, and a dead engine would not answer.
            server.close();
            Files.deleteIfExists(socket);
            for (var channel : open) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                var near = server.accept();
                open.add(near);
                var far = SocketChannel.open(UnixDomainSocketAddress.of(engine));
                open.add(far);
                if (!server.isOpen()) {
                    die();
                }
                run(() -> pass(near, far, true));
                run(() -> pass(far, near, false));
            }
        } catch (IOException dead) {
            return;
        }
    }

    private void pass(SocketChannel from, SocketChannel to, boolean request) {
        var buffer = ByteBuffer.allocate(1 << 16);
        long passed = 0;
        try {
            while (from.read(buffer) >= 0) {
                passed += buffer.position();
                if (hanging) {
                    never.await();
                }
                if (request) {
                    note(buffer);
                }
                if (request ? isFatal(buffer) : passed > answerLimit) {
                    die();
                    return;
                }
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException | InterruptedException dead) {
            return;
        }
    }

    private void note(ByteBuffer buffer) {
        var head = new String(buffer.array(), 0, Math.min(200, buffer.position()), StandardCharsets.ISO_8859_1);
        if (head.matches("(?s)[A-Z]{3,7} /.*")) {
            sent.add(head.replaceFirst("(?s) HTTP.*", ""));
        }
    }

    private boolean isFatal(ByteBuffer buffer) {
        if (fatal.isEmpty()) {
            return false;
        }
        var text = new String(buffer.array(), 0, Math.min(200, buffer.position()), StandardCharsets.ISO_8859_1);
        return text.matches("(?s)" + fatal + "\\b.*");
    }

    private static void run(Runnable work) {
        var thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        never.countDown();
        die();
    }
}
