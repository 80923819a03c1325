package dev.dockline.bench;

import dev.dockline.Container;
import dev.dockline.Docker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Backup and restore against the book's tar container, started with the docker CLI. */
final class Transfers {
    private static final long KIBI = 1024;

    private final Report report;
    private final Docker docker;
    private final String url;
    private final Path folder;

    Transfers(Report report, Docker docker, String url, Path folder) {
        this.report = report;
        this.docker = docker;
        this.url = url;
        this.folder = folder;
    }

    void measure() throws Exception {
        compare("1 MiB", KIBI * KIBI, 3, 10, 0.30);
        compare("1 GiB", KIBI * KIBI * KIBI, 1, 3, 1.00);
    }

    private void compare(String size, long bytes, int warmUp, int rounds, double wanted) throws Exception {
        var dbdata = data("bench-dbdata");
        var other = data("bench-other");
        try {
            docker.container()
                    .image("ubuntu")
                    .volumesFrom(dbdata)
                    .call("sh", "-c", "head -c " + bytes + " /dev/urandom > /dbdata/rows");
            var file = folder.resolve("ours.tar").toString();
            report.add(new Ratio(
                            "backup of " + size + ", of the book's tar in a container",
                            () -> dbdata.volumes().backup(file),
                            () -> book(dbdata, "tar cf /backup/books.tar /dbdata"))
                    .measure(warmUp, rounds, wanted));
            report.add(new Ratio(
                            "backup of " + size + ", of `docker cp`",
                            () -> dbdata.volumes().backup(file),
                            () -> command(List.of("docker", "-H", url, "cp", dbdata.name() + ":/dbdata", "-")))
                    .measure(warmUp, rounds, 1.00));
            report.add(new Ratio(
                            "restore of " + size + ", of the book's tar in a container",
                            () -> other.volumes().restore(file),
                            () -> book(other, "tar xf /backup/books.tar"))
                    .measure(warmUp, rounds, wanted));
        } finally {
            dbdata.removeWithVolumes();
            other.removeWithVolumes();
        }
    }

    private Container data(String name) {
        return docker.container(name).image("ubuntu").volume("/dbdata").create("true");
    }

    private Object book(Container container, String tar) throws IOException, InterruptedException {
        var command = List.of(
                "docker",
                "-H",
                url,
                "run",
                "--rm",
                "--volumes-from",
                container.name(),
                "-v",
                folder + ":/backup",
                "-w",
                "/",
                "ubuntu",
                "sh",
                "-c",
                tar);
        return command(command);
    }

    private Object command(List<String> command) throws IOException, InterruptedException {
        var printed = folder.resolve("printed.tar").toFile();
        int code = new ProcessBuilder(command)
                .redirectOutput(printed)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(command + " ended with " + code);
        }
        return code;
    }
}
