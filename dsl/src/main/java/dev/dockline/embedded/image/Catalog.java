package dev.dockline.embedded.image;

import dev.dockline.embedded.SuppliedImage;
import dev.dockline.embedded.fs.Layer;
import dev.dockline.embedded.model.Config;
import dev.dockline.embedded.model.Image;
import dev.dockline.embedded.model.Port;
import dev.dockline.embedded.runtime.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The images every embedded engine has. Their files are written only when a container is made. */
public final class Catalog {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final String POSTGRES_PATH = "/usr/lib/postgresql/15/bin:" + PATH;
    private static final Instant CREATED = Instant.ofEpochSecond(1_704_067_200);
    private static final int BUSYBOX_SIZE = 20_000;
    private static final String COMMENT = "Dockline embedded engine";
    private static final List<Image.Step> HISTORY = List.of(new Image.Step(CREATED, "", COMMENT, BUSYBOX_SIZE));

    private Catalog() {}

    public static void addTo(Daemon daemon) {
        add(
                daemon,
                "hello-world",
                config(List.of("/hello"), "", Set.of(), PATH),
                (disk, folder) -> Roots.hello().unpack(disk, folder));
        add(
                daemon,
                "busybox",
                config(List.of("sh"), "", Set.of(), PATH),
                (disk, folder) -> Roots.busybox().unpack(disk, folder));
        add(
                daemon,
                "ubuntu",
                config(List.of("/bin/bash"), "", Set.of(), PATH),
                (disk, folder) -> Roots.ubuntu().unpack(disk, folder));
        add(
                daemon,
                "training/webapp",
                config(List.of("python", "app.py"), "/opt/webapp", Set.of(new Port(5000, "tcp")), PATH),
                (disk, folder) -> Roots.webapp(script()).unpack(disk, folder));
        add(
                daemon,
                "training/postgres",
                postgres(),
                (disk, folder) -> Roots.postgres().unpack(disk, folder));
    }

    /** An image that another library has. */
    public static void add(Daemon daemon, SuppliedImage supplied) {
        var env = new ArrayList<>(List.of("PATH=" + PATH));
        supplied.env().forEach((name, value) -> env.add(name + "=" + value));
        var ports = supplied.ports().stream().map(port -> new Port(port, "tcp")).collect(Collectors.toSet());
        var config = new Config(supplied.command(), null, env, Map.of(), "", "", ports, Set.of(), "", null);
        add(
                daemon,
                supplied.name(),
                config,
                (disk, folder) ->
                        Roots.supplied(supplied.programs(), supplied.files()).unpack(disk, folder));
    }

    private static void add(Daemon daemon, String name, Config config, Layer layer) {
        var image = new Image(id(name), CREATED, config, BUSYBOX_SIZE, COMMENT, id(name), HISTORY);
        daemon.addImage(image, name, layer);
    }

    // Always the same, so that what was noted of an image in one session holds in the next.
    private static String id(String name) {
        var id = new StringBuilder("sha256:");
        var hash = 1125899906842597L;
        for (var round = 0; round < 4; round++) {
            for (var c : name.toCharArray()) hash = 31 * hash + c + round;
            hash ^= hash >>> 29;
            id.append(HexFormat.of().toHexDigits(hash));
        }
        return id.toString();
    }

    private static Config config(List<String> command, String folder, Set<Port> ports, String path) {
        return new Config(command, null, List.of("PATH=" + path), Map.of(), "", folder, ports, Set.of(), "", null);
    }

    private static Config postgres() {
        var env = List.of("PATH=" + POSTGRES_PATH, "PGDATA=/var/lib/postgresql/15/main");
        return new Config(
                List.of("postgres-start"),
                null,
                env,
                Map.of(),
                "",
                "",
                Set.of(new Port(5432, "tcp")),
                Set.of(),
                "",
                null);
    }

    private static String script() {
        try (var in = Catalog.class.getResourceAsStream("/dev/dockline/embedded/image/app.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
