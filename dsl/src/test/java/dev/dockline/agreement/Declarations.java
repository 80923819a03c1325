package dev.dockline.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Random requests for a container, some of which no engine grants. */
final class Declarations {
    private static final List<String> FOLDERS = List.of("/data", "/data/sub", "/other", "/var");
    private static final List<List<String>> BRIEF_COMMANDS = List.of(
            List.of("true"),
            List.of("sh", "-c", "exit 3"),
            List.of("sh", "-c", "echo out; echo err >&2"),
            List.of("sh", "-c", "echo new > /data/made"),
            List.of("cat", "/nothing"));

    private final Chance chance;

    Declarations(Chance chance) {
        this.chance = chance;
    }

    ObjectNode next() {
        var body = Side.JSON.createObjectNode();
        var host = body.putObject("HostConfig");
        var labels = body.putObject("Labels").put(Moves.LABEL, "1");
        command(body, labels);
        mounts(body, host);
        ports(body, host);
        network(body, host);
        details(body, host);
        return body;
    }

    private void command(ObjectNode body, ObjectNode labels) {
        body.put("Image", chance.in(4) ? "nothing" : "busybox");
        var words = chance.in(25)
                ? chance.one(BRIEF_COMMANDS)
                : chance.in(6) ? List.of("nosuch") : List.of("sleep", "1000");
        if (!words.get(0).equals("sleep")) {
            labels.put(Moves.BRIEF, "");
        }
        words.forEach(body.withArray("Cmd")::add);
        if (chance.in(20)) {
            body.put("StopSignal", chance.one(List.of("KILL", "SIGKILL", "9", "TERM")));
        }
    }

    private void mounts(ObjectNode body, ObjectNode host) {
        if (chance.in(25)) {
            body.putObject("Volumes").putObject(chance.one(FOLDERS));
        }
        while (chance.in(25)) {
            host.withArray("Binds")
                    .add(chance.one(Moves.VOLUMES) + ":" + chance.one(FOLDERS)
                            + chance.one(List.of("", "", ":ro", ":rw", ":nocopy", ":bad")));
        }
        while (chance.in(25)) {
            host.withArray("VolumesFrom")
                    .add(chance.one(Moves.CONTAINERS) + chance.one(List.of("", "", ":ro", ":rw", ":bad")));
        }
    }

    private void ports(ObjectNode body, ObjectNode host) {
        if (chance.in(30)) {
            exposed(body).putObject(chance.one(List.of("80/tcp", "81/tcp", "53/udp")));
        }
        if (chance.in(20)) {
            var port = chance.one(List.of("80/tcp", "5000/tcp"));
            exposed(body).putObject(port);
            host.putObject("PortBindings")
                    .putArray(port)
                    .addObject()
                    .put("HostIp", "127.0.0.1")
                    .put("HostPort", chance.in(20) ? "" : String.valueOf(Moves.FIRST_PORT + chance.below(Moves.PORTS)));
        }
        if (chance.in(8)) {
            host.put("PublishAllPorts", true);
        }
    }

    private static ObjectNode exposed(ObjectNode body) {
        return body.withObject("/ExposedPorts");
    }

    private void network(ObjectNode body, ObjectNode host) {
        if (chance.in(20)) {
            var mode = chance.one(List.of("n1", "n2", "n1", "n2", "none", "host", "bridge"));
            host.put("NetworkMode", mode);
            if (mode.startsWith("n") && !mode.equals("none") && chance.in(40)) {
                body.putObject("NetworkingConfig")
                        .putObject("EndpointsConfig")
                        .putObject(mode)
                        .putArray("Aliases")
                        .add(chance.one(List.of("db", "web")));
            }
        }
        while (chance.in(20)) {
            host.withArray("Links")
                    .add(chance.one(Moves.CONTAINERS) + chance.one(List.of("", ":db", ":web-1", ":a:b")));
        }
    }

    private void details(ObjectNode body, ObjectNode host) {
        while (chance.in(25)) {
            body.withArray("Env").add(chance.one(List.of("A=1", "A=2", "B=", "HOME=/data", "DB_NAME=own")));
        }
        if (chance.in(10)) {
            body.put("Hostname", chance.one(List.of("host-1", "bad host")));
        }
        if (chance.in(10)) {
            body.put("WorkingDir", chance.one(List.of("/data", "/new", "relative")));
        }
        if (chance.in(8)) {
            host.put("AutoRemove", true);
        }
        if (chance.in(6)) {
            body.put("User", chance.one(List.of("1000", "0:5", "missing")));
        }
        if (chance.in(5)) {
            host.withArray("ExtraHosts").add(chance.one(List.of("far:10.9.8.7", "bad")));
        }
    }
}
