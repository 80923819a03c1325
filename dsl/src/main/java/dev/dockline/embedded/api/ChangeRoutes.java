package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.fs.Stat;
import dev.dockline.embedded.image.ImageFiles;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** What differs between a container's files and its image's, and changing its limits. */
final class ChangeRoutes {
    private static final int MODIFIED = 0;
    private static final int ADDED = 1;
    private static final int DELETED = 2;
    private static final List<String> KERNELS = List.of("/proc", "/sys", "/dev");

    private final Daemon daemon;

    private ChangeRoutes(Daemon daemon) {
        this.daemon = daemon;
    }

    static void add(Router router, Daemon daemon) {
        var routes = new ChangeRoutes(daemon);
        router.route("GET", "/containers/*/changes", routes::changes)
                .route("POST", "/containers/*/update", routes::update);
    }

    private Reply changes(Call call) throws IOException {
        var container = container(call);
        var image = daemon.model().locked(() -> daemon.model().images().find(container.imageId()));
        var told = Json.array();
        try (var files = new ImageFiles(daemon)) {
            if (image.isPresent()) files.from(image.get());
            compare("/", files.view(), daemon.ownFiles(container), told);
        }
        return Reply.ok(told.isEmpty() ? Json.none() : told);
    }

    private Container container(Call call) {
        return daemon.model().locked(() -> daemon.model().containers().get(call.segment(0)));
    }

    /** Whether anything below a folder differs. */
    private static boolean compare(String folder, FileView before, FileView now, ArrayNode told) throws IOException {
        var names = new TreeSet<>(now.list(folder));
        names.addAll(before.list(folder));
        var changed = false;
        for (var name : names) {
            var path = Paths.child(folder, name);
            if (!KERNELS.contains(path)) changed |= one(path, before, now, told);
        }
        return changed;
    }

    private static boolean one(String path, FileView before, FileView now, ArrayNode told) throws IOException {
        if (!isThere(now, path)) return told(path, DELETED, told);
        if (!isThere(before, path)) {
            told(path, ADDED, told);
            if (now.lstat(path).isDirectory())
                for (var child : now.list(path)) one(Paths.child(path, child), before, now, told);
            return true;
        }
        var was = before.lstat(path);
        var is = now.lstat(path);
        if (was.mode() != is.mode() || was.uid() != is.uid() || was.gid() != is.gid())
            return told(path, MODIFIED, told);
        if (!is.isDirectory()) return !same(path, was, is, before, now) && told(path, MODIFIED, told);
        // A folder stands before what is in it.
        var inside = Json.array();
        if (!compare(path, before, now, inside)) return false;
        told(path, MODIFIED, told);
        told.addAll(inside);
        return true;
    }

    private static boolean told(String path, int kind, ArrayNode told) {
        told.addObject().put("Path", path).put("Kind", kind);
        return true;
    }

    private static boolean isThere(FileView files, String path) throws IOException {
        try {
            files.lstat(path);
            return true;
        } catch (dev.dockline.embedded.fs.FileError e) {
            return false;
        }
    }

    private static boolean same(String path, Stat was, Stat is, FileView before, FileView now) throws IOException {
        if (!is.isRegular()) return was.target().equals(is.target());
        if (was.size() != is.size()) return false;
        try (InputStream one = before.read(path);
                InputStream other = now.read(path)) {
            for (byte[] block; (block = one.readNBytes(1 << 16)).length > 0; )
                if (!Arrays.equals(block, other.readNBytes(1 << 16))) return false;
            return true;
        }
    }

    private Reply update(Call call) {
        var body = call.json();
        if (!Json.text(body.path("RestartPolicy"), "Name").matches("|no"))
            throw Refused.notDone("restarts no container by itself");
        daemon.model().locked(() -> {
            var container = daemon.model().containers().get(call.segment(0));
            var host = container.spec().sent().withObject("/HostConfig");
            body.properties().stream()
                    .filter(limit ->
                            !limit.getValue().isNull() && limit.getValue().asLong(1) != 0)
                    .forEach(limit -> host.set(limit.getKey(), limit.getValue()));
            daemon.model().containers().emit("update", container, java.util.Map.of());
        });
        ObjectNode json = Json.object();
        json.putNull("Warnings");
        return Reply.ok(json);
    }
}
