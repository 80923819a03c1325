package dev.dockline.embedded.runtime;

import dev.dockline.embedded.fs.ContainerFolder;
import dev.dockline.embedded.fs.Errno;
import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.MountPoint;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.fs.Storage;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Mount;
import dev.dockline.embedded.model.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** A container's files: its root on the engine's disk, its volumes and binds, and the three files of {@code /etc}. */
final class ContainerFiles {
    private static final List<String> ETC = List.of("hosts", "hostname", "resolv.conf");

    private final Storage storage;
    private final Container container;

    ContainerFiles(Storage storage, Container container) {
        this.storage = storage;
        this.container = container;
    }

    /** What the container's programs see, and the archive calls. */
    FileView view() {
        return view(container.mounts());
    }

    private FileView view(Collection<Mount> those) {
        var mounts = new ArrayList<MountPoint>();
        for (var name : ETC) mounts.add(generated("/etc/" + name, name, true));
        mounts.add(generated(OpenPortsFile.PATH, OpenPortsFile.NAME, false));
        mounts.add(generated(MountsFile.PATH, MountsFile.NAME, false));
        for (var mount : those) mounts.add(new MountPoint(mount.destination(), () -> source(mount), mount.writable()));
        var readOnly = container.spec().sent().at("/HostConfig/ReadonlyRootfs").asBoolean();
        return FileView.of(storage.disk(), folder().overlay(), !readOnly, mounts);
    }

    private ContainerFolder folder() {
        var folder = storage.container(container.id());
        // Whoever reads or writes its files does not keep it from being removed meanwhile.
        if (folder == null) throw Refused.noSuchContainer(container.id());
        return folder;
    }

    private MountPoint generated(String path, String name, boolean writable) {
        return new MountPoint(path, folder().generated(name)::path, writable);
    }

    /** The same without what is mounted. */
    FileView bare() {
        return FileView.of(storage.disk(), folder().overlay(), true, List.of());
    }

    private Path source(Mount mount) {
        return switch (mount.type()) {
            case VOLUME -> storage.volume(mount.source());
            case BIND -> storage.host(mount.source());
            case TMPFS -> folder().tmpfs(mount.destination());
        };
    }

    /** Fills the new volumes that are empty with what the image has at their place. */
    void copyUp() throws IOException {
        for (var name : ETC) folder().generated(name).write("");
        folder().generated(OpenPortsFile.NAME).write("");
        folder().generated(MountsFile.NAME).write(MountsFile.text(container));
        var folder = container.config().workingDir();
        if (!folder.isEmpty() && !bare().isDirectory(folder)) bare().mkdirs(folder);
        for (var mount : container.mounts()) {
            if (mount.type() == Mount.Type.TMPFS) folder().emptyTmpfs(mount.destination());
            if (!mount.isVolume()) continue;
            storage.addVolume(mount.source());
            if (mount.copiesUp() && isEmpty(storage.volume(mount.source()))) copyUp(mount);
        }
    }

    private void copyUp(Mount mount) throws IOException {
        var files = bare();
        try {
            if (!files.isDirectory(mount.destination())) files.mkdirs(mount.destination());
        } catch (FileError e) {
            throw Refused.failed("failed to create " + mount.destination() + ": " + e.getMessage());
        }
        files.copyOut(files.canonical(mount.destination()), storage.volume(mount.source()));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var children = Files.newDirectoryStream(folder)) {
            return !children.iterator().hasNext();
        }
    }

    /** Makes what a start needs: the binds' folders on the host, the places for mounts, the working folder. */
    void prepare() throws IOException {
        folder().generated("hostname").write(container.hostname() + "\n");
        folder().generated("resolv.conf").write(resolvConf());
        folder().generated(OpenPortsFile.NAME).write(OpenPortsFile.text(List.of()));
        bare().mkdirs(Paths.parent(OpenPortsFile.PATH));
        for (var mount : container.mounts())
            if (mount.type() == Mount.Type.TMPFS) folder().emptyTmpfs(mount.destination());
        placeMounts(this::unmountable);
    }

    /** The files as {@link #view} has them, for someone outside, while the container does not run. */
    FileView mountedView() throws IOException {
        placeMounts(mount -> "mkdirat " + mount.destination().substring(1) + ": read-only file system");
        return view();
    }

    // Within another mount a place is made there: what is read only must have it already.
    private void placeMounts(Function<Mount, String> complaint) throws IOException {
        var done = new ArrayList<Mount>();
        for (var mount : outermostFirst()) {
            try {
                place(mount, view(done));
            } catch (FileError e) {
                if (e.errno() != Errno.EROFS) throw e;
                throw Refused.failed(complaint.apply(mount));
            }
            done.add(mount);
        }
    }

    private String unmountable(Mount mount) {
        var at = mount.destination();
        return Launch.FAILED + "error mounting \"" + source(mount) + "\" to rootfs at \"" + at
                + "\": create mountpoint for " + at + " mount: make mountpoint \"" + at + "\": mkdirat "
                + folder().root() + at + ": read-only file system";
    }

    private String resolvConf() {
        var own = container.endpoints().keySet().stream().anyMatch(name -> !name.equals("bridge"));
        return own ? "nameserver 127.0.0.11\noptions ndots:0\n" : "";
    }

    private List<Mount> outermostFirst() {
        return container.mounts().stream()
                .sorted(Comparator.comparingInt(mount -> mount.destination().split("/").length))
                .toList();
    }

    private void place(Mount mount, FileView files) throws IOException {
        if (mount.type() == Mount.Type.BIND) bind(mount, files);
        else if (!files.isDirectory(mount.destination())) files.mkdirs(mount.destination());
    }

    private void bind(Mount mount, FileView files) throws IOException {
        var source = storage.host(mount.source());
        if (!Files.exists(source)) Files.createDirectories(source);
        var folder = Files.isDirectory(source);
        if (!files.exists(mount.destination())) place(files, mount.destination(), folder);
        if (files.isDirectory(mount.destination()) != folder)
            throw Refused.badRequest(Launch.FAILED + "error mounting \"" + mount.source() + "\" to rootfs at \""
                    + mount.destination() + "\": mount src=" + mount.source() + ", dst=" + mount.destination()
                    + ", flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file"
                    + " (or vice-versa)? Check if the specified host path exists and is the expected type");
    }

    private static void place(FileView files, String path, boolean folder) throws IOException {
        files.mkdirs(folder ? path : Paths.parent(path));
        if (!folder) files.write(path, false).close();
    }
}
