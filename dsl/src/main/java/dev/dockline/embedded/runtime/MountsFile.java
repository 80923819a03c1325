package dev.dockline.embedded.runtime;

import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Mount;

/** What the kernel says of a container's mounts in {@code /proc}. */
final class MountsFile {
    static final String PATH = "/proc/mounts";
    static final String NAME = "mounts";

    private MountsFile() {}

    static String text(Container container) {
        var text = new StringBuilder("overlay / overlay rw,relatime 0 0\n");
        for (var mount : container.mounts()) text.append(line(mount)).append('\n');
        return text.toString();
    }

    private static String line(Mount mount) {
        var access = mount.writable() ? "rw" : "ro";
        if (mount.type() != Mount.Type.TMPFS)
            return "/dev/dockline " + mount.destination() + " ext4 " + access + ",relatime 0 0";
        var options = mount.mode().isEmpty() ? "" : "," + mount.mode();
        return "tmpfs " + mount.destination() + " tmpfs " + access + ",nosuid,nodev,noexec,relatime" + options + " 0 0";
    }
}
