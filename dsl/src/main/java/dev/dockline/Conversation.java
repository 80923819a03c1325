package dev.dockline;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.dockline.engine.Daemons;
import dev.dockline.engine.Duplex;
import dev.dockline.engine.Handover;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/** Input that goes to a program while its output is taken. */
final class Conversation {
    private static final int CHUNK = 8192;

    private final Duplex duplex;
    private final boolean tty;
    private volatile boolean sent;

    Conversation(Duplex duplex, boolean tty) {
        this.duplex = Handover.closeOnCancel(duplex);
        this.tty = tty;
    }

    /** Sends the input to its end and takes the output to its end. */
    void hold(InputStream input, Output output) throws IOException {
        var sender = Daemons.daemon("dockline-stdin", () -> send(input));
        sender.start();
        try (duplex) {
            receive(output);
        } finally {
            input.close();
        }
    }

    /** Takes the output to its end, and sends nothing. */
    void listen(Output output) throws IOException {
        try (duplex) {
            receive(output);
        }
    }

    private void send(InputStream input) {
        try {
            // As it comes, not when a buffer is full: somebody may be typing it.
            var buffer = new byte[CHUNK];
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                duplex.input().write(buffer, 0, count);
                duplex.input().flush();
            }
            duplex.endInput();
            sent = true;
        } catch (IOException gone) {
            // The program ended before its input did: as with any pipe, what is left is for nobody.
        }
    }

    private void receive(Output output) throws IOException {
        try {
            frames(output);
        } catch (SocketException reset) {
            // Podman resets the connection when a program ends that has not read all its input; how it ended is asked
            // next. Any other reset has cut the output short.
            if (sent) {
                throw reset;
            }
        }
    }

    private void frames(Output output) throws IOException {
        var in = new DataInputStream(duplex.output());
        if (tty) {
            var buffer = new byte[CHUNK];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                output.onNext(new Frame(StreamType.STDOUT, java.util.Arrays.copyOf(buffer, count)));
            }
            return;
        }
        while (true) {
            int stream = in.read();
            if (stream < 0) {
                return;
            }
            try {
                in.skipNBytes(3);
                output.onNext(
                        new Frame(stream == 2 ? StreamType.STDERR : StreamType.STDOUT, in.readNBytes(in.readInt())));
            } catch (EOFException cut) {
                return;
            }
        }
    }
}
