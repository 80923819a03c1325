package dev.dockline.embedded.image;

import dev.dockline.embedded.fs.Layer;
import dev.dockline.embedded.program.tool.Tools;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The files of the images. */
final class Roots {
    private static final int POSTGRES = 999;
    private static final String PASSWD = "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n";
    private static final String GROUP = "root:x:0:\nnogroup:x:65534:\n";

    private Roots() {}

    static Layer hello() {
        return new Layer.Builder().programs("", List.of("hello")).build();
    }

    static Layer busybox() {
        return base(PASSWD, GROUP).build();
    }

    static Layer ubuntu() {
        return full(PASSWD, GROUP).build();
    }

    static Layer webapp(String script) {
        return full(PASSWD, GROUP)
                .folders("opt/webapp", "usr/local", "usr/local/bin")
                .programs("usr/bin", List.of("python"))
                .file("opt/webapp/app.py", script)
                .build();
    }

    static Layer supplied(List<String> programs, Map<String, String> files) {
        var layer = base(PASSWD, GROUP).programs("usr/bin", programs);
        var folders = new TreeSet<String>();
        for (var path : files.keySet()) {
            for (var slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1))
                folders.add(path.substring(1, slash));
        }
        layer.folders(folders.toArray(String[]::new));
        files.forEach((path, text) -> layer.file(path.substring(1), text));
        return layer.build();
    }

    static Layer postgres() {
        var passwd = PASSWD + "postgres:x:999:999:PostgreSQL:/var/lib/postgresql:/bin/bash\n";
        return full(passwd, GROUP + "postgres:x:999:\n")
                .folders("usr/local", "usr/local/bin")
                .folder("var/lib/postgresql", 0755, POSTGRES)
                .folder("var/lib/postgresql/15", 0755, POSTGRES)
                .folder("run/postgresql", 0755, POSTGRES)
                .programs("usr/local/bin", List.of("postgres-start"))
                .programs("usr/bin", List.of("psql", "pg_isready"))
                .build();
    }

    private static Layer.Builder base(String passwd, String group) {
        return new Layer.Builder()
                .folders("bin", "dev", "etc", "home", "proc", "proc/net", "sys", "usr", "usr/bin", "var")
                .folder("root", 0700, 0)
                .folder("tmp", 01777, 0)
                .programs("bin", Tools.NAMES)
                .programs("bin", List.of("sh"))
                .devices()
                .file("etc/passwd", passwd)
                .file("etc/group", group);
    }

    private static Layer.Builder full(String passwd, String group) {
        return base(passwd, group)
                .folders("boot", "lib", "media", "mnt", "opt", "run", "sbin", "srv", "usr/sbin", "var/lib", "var/log")
                .folder("var/tmp", 01777, 0)
                .link("var/run", "../run")
                .programs("bin", List.of("bash"))
                .file(
                        "etc/os-release",
                        "NAME=\"Dockline embedded\"\nID=dockline\nPRETTY_NAME=\"Dockline embedded engine\"\n");
    }
}
