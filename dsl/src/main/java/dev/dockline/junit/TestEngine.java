package dev.dockline.junit;

import dev.dockline.Docker;
import dev.dockline.embedded.EmbeddedEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The engine of one test, with a connection and, once it is asked for, a socket. */
final class TestEngine implements AutoCloseable {
    private static final int LONGEST_FOLDER = 70;

    private final EmbeddedEngine engine = EmbeddedEngine.start();
    private final Docker docker = Docker.connect(engine);
    private Path folder;

    Docker docker() {
        return docker;
    }

    synchronized String host() {
        try {
            if (folder == null) {
                folder = folder();
                engine.serve(socket());
            }
            return "unix://" + socket();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a socket for the engine of this test", e);
        }
    }

    // The path of a socket may have some hundred characters, and folders for tests tend to lie deep.
    private static Path folder() throws IOException {
        var usual = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        var deep = usual.toString().length() > LONGEST_FOLDER && Files.isWritable(Path.of("/tmp"));
        return Files.createTempDirectory(deep ? Path.of("/tmp") : usual, "dockline-test");
    }

    private Path socket() {
        return folder.resolve("docker.sock");
    }

    void requireNothingRuns() {
        var running = docker.containers().running().states().stream()
                .map(state -> state.name() + " (" + state.image() + ", " + state.status() + ")")
                .collect(Collectors.joining(", "));
        if (!running.isEmpty()) {
            throw new AssertionError("The test has ended and there still runs: " + running
                    + ".\nTry: stop() or remove(FORCE) at its end, or autoRemove() for what ends by itself");
        }
    }

    @Override
    public void close() throws IOException {
        docker.close();
        engine.close();
        if (folder != null) {
            Files.deleteIfExists(socket());
            Files.deleteIfExists(folder);
        }
    }
}
