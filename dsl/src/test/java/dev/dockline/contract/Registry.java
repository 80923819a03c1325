package dev.dockline.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A registry on this machine with one image, whose layer comes in two halves: the second when it is let go. */
final class Registry implements AutoCloseable {
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final int LAYER = 4 << 20;

    private static final int TLS_HANDSHAKE = 22;

    private final HttpServer server;
    private final ServerSocket door;
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final CountDownLatch second = new CountDownLatch(1);
    private String layer;
    private volatile byte[] manifest;

    Registry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Registry::start);
        server.createContext("/", this::answer);
        push("one");
        server.start();
        door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        start(this::welcome);
    }

    // An engine asks for TLS first, and would wait ten seconds for a server that does not know what that is.
    private void welcome() {
        try {
            while (true) {
                var client = door.accept();
                start(() -> serve(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket client) {
        try (client) {
            var first = client.getInputStream().read();
            if (first >= 0 && first != TLS_HANDSHAKE) {
                try (var behind = new Socket(
                        InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
                    behind.getOutputStream().write(first);
                    start(() -> copy(client, behind));
                    behind.getInputStream().transferTo(client.getOutputStream());
                }
            }
        } catch (IOException hungUp) {
            return;
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException hungUp) {
            return;
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "registry");
        thread.setDaemon(true);
        thread.start();
    }

    /** The image's name, with the registry in it. */
    String image() {
        return "127.0.0.1:" + door.getLocalPort() + "/app";
    }

    /** Puts another image of the same name in the place of the one there. */
    void push(String label) throws IOException {
        var tar = tar(label);
        layer = put(zipped(tar));
        var config = put("""
                {"architecture":"amd64","os":"linux","config":{"Cmd":["/app"],"Labels":{"is":"%s"}},
                 "rootfs":{"type":"layers","diff_ids":["%s"]}}""".formatted(label, digest(tar)).getBytes());
        manifest = """
                {"schemaVersion":2,"mediaType":"%s",
                 "config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":%d,"digest":"%s"},
                 "layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":%d,"digest":"%s"}]}""".formatted(MANIFEST, blobs.get(config).length, config, blobs.get(layer).length, layer)
                .getBytes();
        put(manifest);
    }

    /** Sends the second halves from now on. */
    void letGo() {
        second.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var name = path.substring(path.lastIndexOf('/') + 1);
            var body = path.contains("/manifests/") && !name.startsWith("sha256:") ? manifest : blobs.get(name);
            if (path.equals("/v2/")) {
                exchange.sendResponseHeaders(200, -1);
            } else if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, name, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, String name, byte[] body) throws IOException, InterruptedException {
        var isManifest = exchange.getRequestURI().getPath().contains("/manifests/");
        exchange.getResponseHeaders().set("Content-Type", isManifest ? MANIFEST : "application/octet-stream");
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest(body));
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", "" + body.length);
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, body.length);
        var half = name.equals(layer) ? body.length / 2 : body.length;
        exchange.getResponseBody().write(body, 0, half);
        exchange.getResponseBody().flush();
        if (half < body.length) {
            second.await();
            exchange.getResponseBody().write(body, half, body.length - half);
        }
    }

    private String put(byte[] blob) {
        blobs.put(digest(blob), blob);
        return digest(blob);
    }

    private static byte[] tar(String label) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var content = new byte[LAYER];
            new Random(label.hashCode()).nextBytes(content);
            var entry = new TarArchiveEntry("app");
            entry.setMode(0755);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] zipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
