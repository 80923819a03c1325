package dev.dockline.embedded.api;

import dev.dockline.embedded.fs.Errno;
import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.fs.Stat;
import dev.dockline.embedded.fs.TarExtractor;
import dev.dockline.embedded.fs.TarPacker;
import dev.dockline.embedded.io.Decompressed;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.runtime.Daemon;
import java.io.EOFException;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;

/** Files in and out of containers as tar streams; whether the container runs does not matter. */
final class ArchiveRoutes {
    private final Daemon daemon;

    private ArchiveRoutes(Daemon daemon) {
        this.daemon = daemon;
    }

    static void add(Router router, Daemon daemon) {
        var routes = new ArchiveRoutes(daemon);
        router.route("GET", "/containers/*/archive", routes::get)
                .route("HEAD", "/containers/*/archive", routes::head)
                .route("PUT", "/containers/*/archive", routes::put)
                .route("GET", "/containers/*/export", routes::export);
    }

    private Container container(Call call) {
        return daemon.model().locked(() -> daemon.model().containers().get(call.segment(0)));
    }

    /** Something done with a container's files. */
    @FunctionalInterface
    private interface Access {
        Reply with(FileView files) throws IOException;
    }

    // Its volumes are mounted once more for as long as it takes.
    private Reply access(Container container, String event, Access access) throws IOException {
        var model = daemon.model();
        model.locked(() -> model.runs().mounted(container));
        try {
            var reply = access.with(daemon.filesOf(container));
            model.locked(() -> {
                var there = model.containers().byId(container.id()).isPresent();
                if (there && !event.isEmpty()) model.containers().emit(event, container, Map.of());
            });
            return reply;
        } finally {
            model.locked(() -> model.runs().unmounted(container));
        }
    }

    private static String path(Call call) {
        var path = call.text("path");
        if (path.isEmpty()) throw Refused.badRequest("missing parameter path");
        return Paths.absolute("/", path);
    }

    private static Refused missing(Call call, Container container) {
        return Refused.notFound("Could not find the file " + call.text("path") + " in container " + call.segment(0));
    }

    private Stat stat(Call call, FileView files, Container container) throws IOException {
        try {
            return files.lstat(path(call));
        } catch (FileError e) {
            if (e.errno() == Errno.ENOTDIR) throw Refused.failed("lstat " + path(call) + ": not a directory");
            throw missing(call, container);
        }
    }

    private Reply head(Call call) throws IOException {
        var container = container(call);
        return access(container, "", files -> {
            var stat = stat(call, files, container);
            return Reply.empty().header("X-Docker-Container-Path-Stat", encoded(path(call), stat, files));
        });
    }

    private Reply get(Call call) throws IOException {
        var container = container(call);
        return access(container, "archive-path", files -> packed(call, container, files));
    }

    private Reply packed(Call call, Container container, FileView files) throws IOException {
        var path = path(call);
        var stat = stat(call, files, container);
        var name = path.endsWith("/.") || path.equals("/") ? "." : Paths.name(path);
        return Reply.stream("application/x-tar", out -> {
                    try (var tar = new TarPacker(files, out, entry -> {})) {
                        tar.add(path, name);
                    }
                })
                .header("X-Docker-Container-Path-Stat", encoded(path, stat, files));
    }

    private Reply export(Call call) {
        var files = daemon.files(container(call));
        return Reply.stream("application/octet-stream", out -> {
            try (var tar = new TarPacker(files, out, entry -> {})) {
                for (var child : files.list("/")) tar.add("/" + child, child);
            }
        });
    }

    private static String encoded(String path, Stat stat, FileView files) throws IOException {
        var target = stat.isLink() ? Paths.absolute(Paths.parent(path), stat.target()) : "";
        var json = Json.object()
                .put("name", Paths.name(path))
                .put("size", stat.isDirectory() ? 4096 : stat.size())
                .put("mode", goMode(stat))
                .put("mtime", Json.time(stat.modified()))
                .put("linkTarget", target);
        return Base64.getEncoder().encodeToString(Json.bytes(json));
    }

    // The type bits of Go's os.FileMode, which this header carries.
    private static long goMode(Stat stat) {
        var bits = (long) (stat.mode() & 0777);
        if (stat.isDirectory()) bits |= 1L << 31;
        if (stat.isLink()) bits |= 1L << 27;
        if (stat.isFifo()) bits |= 1L << 25;
        if (stat.isDevice()) bits |= 1L << 26 | 1L << 21;
        if ((stat.mode() & 04000) != 0) bits |= 1L << 23;
        if ((stat.mode() & 02000) != 0) bits |= 1L << 22;
        if ((stat.mode() & 01000) != 0) bits |= 1L << 20;
        return bits;
    }

    private Reply put(Call call) throws IOException {
        var container = container(call);
        return access(container, "extract-to-dir", files -> unpacked(call, container, files));
    }

    private Reply unpacked(Call call, Container container, FileView files) throws IOException {
        var path = path(call);
        if (!files.exists(path)) throw missing(call, container);
        if (!files.isDirectory(path)) throw Refused.badRequest("extraction point is not a directory");
        if (!files.isWritable(path)) throw Refused.badRequest("mounted volume is marked read-only");
        try {
            new TarExtractor(files, path).extract(Decompressed.of(call.body()), name -> true, name -> {});
            return Reply.empty();
        } catch (FileError e) {
            if (e.errno() == Errno.EROFS) throw Refused.badRequest("mounted volume is marked read-only");
            throw Refused.failed(e.path() + ": " + e.getMessage());
        } catch (TarExtractor.BadName | Decompressed.Unknown e) {
            throw Refused.failed(e.getMessage());
        } catch (EOFException e) {
            throw Refused.failed("unexpected EOF");
        } catch (IOException e) {
            throw Refused.failed("archive/tar: invalid tar header");
        }
    }
}
