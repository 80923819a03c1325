package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.CopyFailed;
import dev.dockline.state.FileState;
import dev.dockline.transfer.Listed;
import dev.dockline.transfer.Packed;
import dev.dockline.transfer.Unpacked;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Files between this machine and a container, running or not, by the rules of {@code docker cp}. */
final class Copies {
    private static final long FOLDER = 1L << 31;

    private final Docker docker;
    private final Container container;

    Copies(Docker docker, Container container) {
        this.docker = docker;
        this.container = container;
    }

    List<FileState> files(String path) {
        String target = container.target("list files of");
        return read("list " + path + " in", List::of, act -> files(docker.link(), act, target, path));
    }

    /** The files of a folder of any container; an engine whose archives tell no owners has none to show. */
    static List<FileState> files(Engine engine, Act act, String target, String path) throws IOException {
        try (var archive = archive(engine, act, target, path)) {
            var files = Listed.in(archive);
            return engine.flavour().archivesOwners()
                    ? files
                    : files.stream().map(FileState::withoutOwner).toList();
        }
    }

    Path copyFrom(String path, Path destination) {
        String target = container.target("copy from");
        return read("copy " + path + " from", () -> destination, act -> {
            var wanted = destination.toAbsolutePath().normalize();
            String name = path.replaceFirst("/+$", "").replaceFirst("^.*/", "");
            var end = Files.isDirectory(wanted) ? wanted.resolve(name) : wanted;
            if (!Files.isDirectory(end.getParent())) {
                throw failed(act, "there is no folder " + end.getParent(), "an existing folder of this machine", null);
            }
            if (Files.isDirectory(end)) {
                throw failed(act, end + " is there already", "another path of this machine", null);
            }
            // Beside the end and renamed: what was there before stays until all has come.
            var beside = Files.createTempDirectory(end.getParent(), ".dockline-");
            try (var archive = archive(docker.link(), act, target, path)) {
                var laid = beside.resolve("copy");
                Unpacked.at(laid, archive);
                return Files.move(laid, end, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Handover.cleanUp(() -> delete(beside));
            }
        });
    }

    void copyTo(Path source, String path) {
        String target = container.target("copy to");
        var act = container.act("copy " + source + " to " + path + " in");
        docker.beyond(
                act,
                () -> null,
                () -> located(act, () -> {
                    var from = source.toAbsolutePath().normalize();
                    if (!Files.exists(from)) {
                        throw failed(
                                act, "there is no file or folder " + from, "a path of this machine that exists", null);
                    }
                    boolean into = isFolder(target, path);
                    String folder = into ? path : path.replaceFirst("/*[^/]*/*$", "/");
                    String name = into
                            ? from.getFileName().toString()
                            : path.replaceFirst("/+$", "").replaceFirst("^.*/", "");
                    if (!isFolder(target, folder)) {
                        throw failed(
                                act,
                                "the container has no folder " + folder,
                                "an existing folder of the container",
                                null);
                    }
                    try (var tar = Handover.closeOnCancel(Packed.stream(from, name))) {
                        docker.link().unpack(target, folder, tar);
                    }
                    return null;
                }));
    }

    private interface Work<T> {
        T on(Act act) throws IOException;
    }

    private <T> T read(String verb, Supplier<T> unknown, Work<T> work) {
        var act = container.act(verb);
        return docker.beyondReading(act, unknown, () -> located(act, () -> work.on(act)));
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private <T> T located(Act act, Step<T> step) {
        try {
            return step.take();
        } catch (IOException e) {
            throw failed(act, String.valueOf(e.getMessage()), "files(\"/\") to see what is there", e);
        }
    }

    private static InputStream archive(Engine engine, Act act, String target, String path) {
        try {
            return new BufferedInputStream(Handover.closeOnCancel(engine.archive(target, path)));
        } catch (DockerException e) {
            throw noSuchFile(act, path, e);
        }
    }

    private static RuntimeException noSuchFile(Act act, String path, DockerException e) {
        boolean noFile = e.getHttpStatus() == 404
                && e.getMessage().matches("(?s).*(Could not find the file|no such file or directory|not found in).*");
        return noFile ? failed(act, "it has no file or folder " + path, "files(\"/\") to see what is there", e) : e;
    }

    private boolean isFolder(String target, String path) {
        try (var response = docker.link().send("GET", archivePath(target, path))) {
            var header = response.getHeader("X-Docker-Container-Path-Stat");
            JsonNode stat = new ObjectMapper().readTree(Base64.getDecoder().decode(header));
            return (stat.path("mode").asLong() & FOLDER) != 0;
        } catch (DockerException missing) {
            if (missing.getHttpStatus() == 404 && !missing.getMessage().matches("(?si).*no (such )?container.*")) {
                return false;
            }
            throw missing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String archivePath(String target, String path) {
        return "/containers/" + Engine.part(target) + "/archive?path=" + Engine.part(path);
    }

    private static CopyFailed failed(Act act, String why, String next, Throwable cause) {
        return new CopyFailed(act.what(), why, next, cause);
    }

    private static void delete(Path tree) {
        try (var all = Files.walk(tree)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
