package dev.dockline.transfer;

import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.StreamType;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.engine.Streamed;
import dev.dockline.state.MountState;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program of one of the engine's own images beside one volume, in a container that is gone when this is closed. */
final class Program extends FilterInputStream {
    private static final int BUFFER = 1 << 16;
    private static final int SECONDS = 10;
    private static final int MOST_IMAGES = 8;

    private final Engine engine;
    private final Mark mark;
    private final String id;
    private final Frames frames;
    private boolean checked;

    private Program(Engine engine, Mark mark, String id, Frames frames) throws IOException {
        super(frames.end);
        this.engine = engine;
        this.mark = mark;
        this.id = id;
        this.frames = frames;
    }

    /**
     * Starts a program, to read what it writes; empty if no image has it, and then nothing stays behind.
     *
     * @param image the image to try first, empty for none
     * @param mode {@code ro} or {@code rw}, what it may do to the volume
     */
    static Optional<Program> start(Engine engine, String image, MountState volume, String mode, List<String> command)
            throws IOException, InterruptedException {
        for (var candidate : images(engine, image)) {
            try {
                return Optional.of(startIn(candidate, engine, volume, mode, command));
            } catch (DockerException lacking) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Runs a program to its end, in the first image in which it succeeds; false if it does in none. */
    static boolean succeeds(Engine engine, MountState volume, List<String> command) throws InterruptedException {
        for (var candidate : images(engine, "")) {
            try (var program = startIn(candidate, engine, volume, "rw", command)) {
                program.transferTo(OutputStream.nullOutputStream());
                return true;
            } catch (DockerException | IOException lacking) {
                continue;
            }
        }
        return false;
    }

    private static List<String> images(Engine engine, String first) {
        var images = new LinkedHashSet<String>();
        if (!first.isEmpty()) {
            images.add(first);
        }
        for (var image : engine.read("/images/json")) {
            if (!image.path("RepoTags").isEmpty() && images.size() < MOST_IMAGES) {
                images.add(image.path("Id").asText());
            }
        }
        return List.copyOf(images);
    }

    private static Program startIn(String image, Engine engine, MountState volume, String mode, List<String> command)
            throws IOException, InterruptedException {
        Mark.sweep(engine);
        var mark = Mark.begin();
        String id = "";
        boolean started = false;
        try {
            id = created(image, engine, mark, volume, mode, command);
            var frames = new Frames();
            engine.docker()
                    .attachContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .exec(frames);
            frames.awaitStarted(SECONDS, TimeUnit.SECONDS);
            engine.docker().startContainerCmd(id).exec();
            started = true;
            return new Program(engine, mark, id, frames);
        } finally {
            if (!started) {
                mark.close();
                var made = id;
                Handover.cleanUp(() -> remove(engine, made));
            }
        }
    }

    private static String created(
            String image, Engine engine, Mark mark, MountState volume, String mode, List<String> command) {
        return engine.docker()
                .createContainerCmd(image)
                .withEntrypoint(command.get(0))
                .withCmd(command.subList(1, command.size()))
                .withUser("0")
                .withLabels(mark.labels())
                .withHostConfig(HostConfig.newHostConfig()
                        .withNetworkMode("none")
                        .withBinds(Bind.parse(volume.name() + ":" + volume.destination() + ":" + mode)))
                .exec()
                .getId();
    }

    // Output that broke off must not be taken for whole.
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0 && frames.failure != null) {
            throw broken(frames.failure);
        }
        if (read < 0 && !checked) {
            checked = true;
            int code = engine.docker()
                    .waitContainerCmd(id)
                    .exec(new WaitContainerResultCallback())
                    .awaitStatusCode(SECONDS, TimeUnit.SECONDS);
            if (code != 0) {
                throw new IOException("it ended with exit code " + code + ": "
                        + frames.err.toString(StandardCharsets.UTF_8).strip());
            }
        }
        return read;
    }

    private static UncheckedIOException broken(Throwable failure) {
        return new UncheckedIOException(
                failure instanceof IOException known ? known : new IOException(failure.getMessage(), failure));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public void close() throws IOException {
        // Whatever the connection does when it is closed: the container is to go, or else to be swept.
        mark.close();
        try {
            frames.close();
            super.close();
        } finally {
            Handover.cleanUp(() -> remove(engine, id));
        }
    }

    private static void remove(Engine engine, String id) {
        if (id.isEmpty()) {
            return;
        }
        try {
            engine.remove(id, true, false);
        } catch (com.github.dockerjava.api.exception.NotFoundException gone) {
            // Closed twice, once when the work was cancelled.
        }
    }

    /** Standard output goes into a pipe that holds the engine back while nobody reads; standard error is kept. */
    private static final class Frames extends Streamed<Frame> {
        private final PipedOutputStream begin = new PipedOutputStream();
        private final PipedInputStream end;
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private volatile Throwable failure;

        Frames() throws IOException {
            end = new PipedInputStream(begin, BUFFER);
        }

        @Override
        public void onNext(Frame frame) {
            try {
                if (frame.getStreamType() == StreamType.STDERR) {
                    err.write(frame.getPayload());
                } else {
                    begin.write(frame.getPayload());
                }
            } catch (IOException readerGone) {
                onError(readerGone);
            }
        }

        @Override
        public void onComplete() {
            closePipe();
            super.onComplete();
        }

        @Override
        public void onError(Throwable broken) {
            failure = broken;
            closePipe();
            super.onError(broken);
        }

        private void closePipe() {
            try {
                begin.close();
            } catch (IOException closedAlready) {
                return;
            }
        }
    }
}
