package dev.dockline.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A client that sends what it is told, well-formed or not, and tells what comes back byte for byte. */
final class RawClient implements AutoCloseable {
    private final SocketChannel channel;

    RawClient(Path socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }

    /** One request on a connection of its own, and all that is answered. */
    static String answer(Path socket, String request) throws IOException {
        try (var client = new RawClient(socket)) {
            client.send(request);
            return client.rest();
        }
    }

    RawClient send(String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        return this;
    }

    /** Closes the half that sends. */
    RawClient end() throws IOException {
        channel.shutdownOutput();
        return this;
    }

    /** Reads until this has come. */
    String until(String text) throws IOException {
        var read = new ByteArrayOutputStream();
        var one = ByteBuffer.allocate(1);
        while (!read.toString(StandardCharsets.ISO_8859_1).endsWith(text)) {
            if (channel.read(one.clear()) < 0) {
                throw new IOException("closed after: " + read);
            }
            read.write(one.get(0));
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads until the other side closes. */
    String rest() throws IOException {
        var read = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(8192);
        while (channel.read(buffer.clear()) >= 0) {
            read.write(buffer.array(), 0, buffer.position());
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
