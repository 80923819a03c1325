package dev.dockline.agreement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Random operations on a handful of names, so that they meet; what they are depends on the seed alone. */
final class Moves {
    /** The label of containers that end by themselves at once. */
    static final String BRIEF = "brief";

    static final String LABEL = "agreement";
    // No name is the beginning of an id.
    static final List<String> CONTAINERS = List.of("web", "sql", "job", "log", "tmp");
    static final List<String> VOLUMES = List.of("v1", "v2", "v3");
    static final List<String> NETWORKS = List.of("n1", "n2");
    private static final List<String> FOLDERS = List.of("/data", "/data/sub", "/other", "/var");
    private static final int FIRST_PORT = 47_001;
    private static final int PORTS = 3;
    private static final List<List<String>> BRIEF_COMMANDS = List.of(
            List.of("true"),
            List.of("sh", "-c", "exit 3"),
            List.of("sh", "-c", "echo out; echo err >&2"),
            List.of("sh", "-c", "echo new > /data/made"),
            List.of("cat", "/nothing"));

    private final Random random;
    private int made;

    private Moves(long seed) {
        random = new Random(seed);
    }

    static List<Step> of(long seed, int count) {
        var moves = new Moves(seed);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < count; i++) {
            steps.add(moves.next());
        }
        return steps;
    }

    /** A port as both engines may have chosen it: those asked for by number, others alike. */
    static String port(int host) {
        return host >= FIRST_PORT && host < FIRST_PORT + PORTS ? String.valueOf(host) : "free";
    }

    private record Weighted(int weight, java.util.function.Supplier<Step> maker) {}

    private final List<Weighted> makers = List.of(
            new Weighted(26, this::create),
            new Weighted(16, this::start),
            new Weighted(5, this::stop),
            new Weighted(4, this::kill),
            new Weighted(3, this::restart),
            new Weighted(3, this::pause),
            new Weighted(3, this::unpause),
            new Weighted(5, this::rename),
            new Weighted(9, this::remove),
            new Weighted(6, this::exec),
            new Weighted(4, this::put),
            new Weighted(4, this::archive),
            new Weighted(3, this::logs),
            new Weighted(2, this::await),
            new Weighted(3, this::createVolume),
            new Weighted(3, this::removeVolume),
            new Weighted(3, this::createNetwork),
            new Weighted(2, this::removeNetwork),
            new Weighted(5, this::connect),
            new Weighted(4, this::disconnect),
            new Weighted(1, this::prune),
            new Weighted(2, this::list));

    private Step next() {
        int at = random.nextInt(makers.stream().mapToInt(Weighted::weight).sum());
        for (var maker : makers) {
            at -= maker.weight;
            if (at < 0) {
                return maker.maker.get();
            }
        }
        throw new IllegalStateException();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String container() {
        return one(CONTAINERS);
    }

    private Step create() {
        var body = Side.JSON.createObjectNode();
        var host = body.putObject("HostConfig");
        command(body);
        body.putObject("Labels").put(LABEL, "1");
        if (body.has(BRIEF)) {
            ((ObjectNode) body.get("Labels")).put(BRIEF, "");
            body.remove(BRIEF);
        }
        mounts(body, host);
        ports(body, host);
        network(body, host);
        details(body, host);
        var name = chance(3) ? "!" : container();
        var label = "C" + ++made;
        return new Step("create " + name + " as " + label + " " + body, side -> {
            var answer = side.post("/containers/create?name=" + Side.encoded(name), body);
            if (answer.ok()) {
                var id = answer.json().path("Id").asText();
                side.call(id, label);
            }
            return side.told(
                    answer, answer.ok() ? answer.json().path("Warnings").toString() : "");
        });
    }

    private void command(ObjectNode body) {
        body.put("Image", chance(4) ? "nothing" : "busybox");
        var words = chance(25) ? one(BRIEF_COMMANDS) : chance(6) ? List.of("nosuch") : List.of("sleep", "1000");
        if (!words.get(0).equals("sleep")) {
            body.put(BRIEF, true);
        }
        words.forEach(body.withArray("Cmd")::add);
        if (chance(20)) {
            body.put("StopSignal", one(List.of("KILL", "SIGKILL", "9", "TERM")));
        }
    }

    private void mounts(ObjectNode body, ObjectNode host) {
        if (chance(25)) {
            body.putObject("Volumes").putObject(one(FOLDERS));
        }
        while (chance(25)) {
            host.withArray("Binds")
                    .add(one(VOLUMES) + ":" + one(FOLDERS) + one(List.of("", "", ":ro", ":rw", ":nocopy", ":bad")));
        }
        while (chance(25)) {
            host.withArray("VolumesFrom").add(container() + one(List.of("", "", ":ro", ":rw", ":bad")));
        }
    }

    private void ports(ObjectNode body, ObjectNode host) {
        if (chance(30)) {
            exposed(body).putObject(one(List.of("80/tcp", "81/tcp", "53/udp")));
        }
        if (chance(20)) {
            var port = one(List.of("80/tcp", "5000/tcp"));
            exposed(body).putObject(port);
            host.putObject("PortBindings")
                    .putArray(port)
                    .addObject()
                    .put("HostIp", "127.0.0.1")
                    .put("HostPort", chance(20) ? "" : String.valueOf(FIRST_PORT + random.nextInt(PORTS)));
        }
        if (chance(8)) {
            host.put("PublishAllPorts", true);
        }
    }

    private static ObjectNode exposed(ObjectNode body) {
        return body.withObject("/ExposedPorts");
    }

    private void network(ObjectNode body, ObjectNode host) {
        if (chance(20)) {
            var mode = one(List.of("n1", "n2", "n1", "n2", "none", "host", "bridge"));
            host.put("NetworkMode", mode);
            if (mode.startsWith("n") && !mode.equals("none") && chance(40)) {
                body.putObject("NetworkingConfig")
                        .putObject("EndpointsConfig")
                        .putObject(mode)
                        .putArray("Aliases")
                        .add(one(List.of("db", "web")));
            }
        }
        while (chance(20)) {
            host.withArray("Links").add(container() + one(List.of("", ":db", ":web-1", ":a:b")));
        }
    }

    private void details(ObjectNode body, ObjectNode host) {
        while (chance(25)) {
            body.withArray("Env").add(one(List.of("A=1", "A=2", "B=", "HOME=/data", "DB_NAME=own")));
        }
        if (chance(10)) {
            body.put("Hostname", one(List.of("host-1", "bad host")));
        }
        if (chance(10)) {
            body.put("WorkingDir", one(List.of("/data", "/new", "relative")));
        }
        if (chance(8)) {
            host.put("AutoRemove", true);
        }
        if (chance(6)) {
            body.put("User", one(List.of("1000", "0:5", "missing")));
        }
        if (chance(5)) {
            host.withArray("ExtraHosts").add(one(List.of("far:10.9.8.7", "bad")));
        }
    }

    private Step simple(String text, Function<Side, Side.Answer> request) {
        return new Step(text, side -> side.told(request.apply(side)));
    }

    private Step verb(String verb, String query) {
        var name = container();
        return simple(
                verb + " " + name + " " + query, side -> side.post("/containers/" + name + "/" + verb + query, null));
    }

    private Step start() {
        return starting("start", "");
    }

    // Docker joins networks in any order, so what it has done before one of several is missing is for chance to say.
    private Step starting(String verb, String query) {
        var name = container();
        return new Step(verb + " " + name, side -> {
            var networks = new ArrayList<String>();
            side.get("/containers/" + name + "/json")
                    .json()
                    .path("NetworkSettings")
                    .path("Networks")
                    .fieldNames()
                    .forEachRemaining(networks::add);
            boolean missing = networks.stream()
                    .anyMatch(network -> !side.get("/networks/" + network).ok());
            return missing && networks.size() > 1
                    ? "left out"
                    : side.told(side.post("/containers/" + name + "/" + verb + query, null));
        });
    }

    private Step stop() {
        return verb("stop", "?t=0");
    }

    private Step restart() {
        return starting("restart", "?t=0");
    }

    private Step kill() {
        return verb("kill", "?signal=" + one(List.of("KILL", "KILL", "9", "TERM", "HUP", "NOSUCH")));
    }

    private Step pause() {
        return verb("pause", "");
    }

    private Step unpause() {
        return verb("unpause", "");
    }

    private Step rename() {
        var to = one(List.of("web", "sql", "job", "log", "tmp", "/web", "!", ""));
        return verb("rename", "?name=" + Side.encoded(to));
    }

    private Step remove() {
        var name = container();
        var query = "?v=" + (chance(40) ? 1 : 0) + "&force=" + (chance(50) ? 1 : 0);
        return simple("remove " + name + query, side -> side.delete("/containers/" + name + query));
    }

    private Step exec() {
        var name = container();
        var body = Side.JSON.createObjectNode().put("AttachStdout", true).put("AttachStderr", true);
        one(List.of(
                        List.of("cat", "/etc/hosts"),
                        List.of("env"),
                        List.of("sh", "-c", "echo x > /data/f; ls /data"),
                        List.of("ls", "/nothing"),
                        List.of("false"),
                        List.of("hostname"),
                        List.of("pwd"),
                        List.of("id"),
                        List.of("nosuch"),
                        List.of("rm", "/data/f")))
                .forEach(body.withArray("Cmd")::add);
        if (chance(10)) {
            body.put("User", one(List.of("1000", "missing")));
        }
        return new Step("exec " + name + " " + body, side -> Streams.exec(side, name, body));
    }

    private Step put() {
        var name = container();
        var path = one(List.of("/data", "/", "/nothing", "/etc/hosts", "/other"));
        var file = one(List.of("f", "g", "sub/h", "../up"));
        var text = "text " + random.nextInt(10);
        return simple(
                "put " + file + " into " + name + ":" + path,
                side -> side.put("/containers/" + name + "/archive?path=" + path, Streams.tar(file, text)));
    }

    private Step archive() {
        var name = container();
        var path = one(List.of("/data", "/data/f", "/data/.", "/other", "/nothing", "/etc/passwd/x"));
        return new Step("get " + name + ":" + path, side -> {
            var answer = side.get("/containers/" + name + "/archive?path=" + path);
            return side.told(answer, answer.ok() ? Streams.entries(answer.body()) : "");
        });
    }

    private Step logs() {
        var name = container();
        var query = one(List.of("?stdout=1", "?stderr=1", "?stdout=1&stderr=1&tail=1", "?stdout=1&tail=0", ""));
        return new Step("logs " + name + query, side -> {
            var answer = side.get("/containers/" + name + "/logs" + query);
            return side.told(answer, answer.ok() ? Streams.text(answer.body()) : "");
        });
    }

    private Step await() {
        var name = container();
        return new Step("wait " + name, side -> {
            boolean runs = side.get("/containers/" + name + "/json")
                    .json()
                    .path("State")
                    .path("Running")
                    .asBoolean();
            return runs ? "would wait" : awaited(side, side.post("/containers/" + name + "/wait", null));
        });
    }

    private static String awaited(Side side, Side.Answer answer) {
        return side.told(answer, answer.ok() ? answer.json().path("StatusCode").toString() : "");
    }

    private static ObjectNode labelled(String name) {
        var body = Side.JSON.createObjectNode().put("Name", name);
        body.putObject("Labels").put(LABEL, "1");
        return body;
    }

    private Step createVolume() {
        var name = chance(15) ? one(List.of("!", "v", "a/b")) : one(VOLUMES);
        return simple("volume " + name, side -> side.post("/volumes/create", labelled(name)));
    }

    private Step removeVolume() {
        var name = one(VOLUMES);
        var query = chance(30) ? "?force=1" : "";
        return simple("remove volume " + name + query, side -> side.delete("/volumes/" + name + query));
    }

    private Step createNetwork() {
        var name = one(NETWORKS);
        var body = labelled(name).put("CheckDuplicate", true);
        return new Step("network " + name, side -> {
            var answer = side.post("/networks/create", body);
            if (answer.ok()) {
                side.call(answer.json().path("Id").asText(), "N-" + name);
            }
            return side.told(answer);
        });
    }

    private Step removeNetwork() {
        var name = one(List.of("n1", "n2", "bridge"));
        return simple("remove network " + name, side -> side.delete("/networks/" + name));
    }

    private Step connect() {
        var body = Side.JSON.createObjectNode().put("Container", container());
        if (chance(40)) {
            ArrayNode aliases = body.putObject("EndpointConfig").putArray("Aliases");
            aliases.add(one(List.of("db", "web")));
        }
        var name = one(List.of("n1", "n2", "n1", "n2", "bridge", "none"));
        return simple("connect " + name + " " + body, side -> side.post("/networks/" + name + "/connect", body));
    }

    private Step disconnect() {
        var body = Map.of("Container", container(), "Force", chance(20));
        var name = one(List.of("n1", "n2", "bridge"));
        return simple("disconnect " + name + " " + body, side -> side.post("/networks/" + name + "/disconnect", body));
    }

    private Step prune() {
        var what = one(List.of("containers", "volumes", "networks"));
        var filters = Side.encoded("{\"label\":[\"" + LABEL + "\"]}");
        return simple("prune " + what, side -> side.post("/" + what + "/prune?filters=" + filters, null));
    }

    private Step list() {
        var filters = one(List.of(
                "{\"status\":[\"exited\"]}",
                "{\"status\":[\"running\",\"paused\"]}",
                "{\"name\":[\"o\"]}",
                "{\"volume\":[\"v1\"]}",
                "{\"volume\":[\"/data\"]}",
                "{\"network\":[\"n1\"]}",
                "{\"ancestor\":[\"busybox\"]}",
                "{\"exited\":[\"0\"]}",
                "{\"label\":[\"" + BRIEF + "\"]}",
                "{\"publish\":[\"80\"]}",
                "{\"expose\":[\"81/tcp\"]}",
                "{\"before\":[\"sql\"]}",
                "{\"since\":[\"sql\"]}",
                "{\"nosuch\":[\"1\"]}"));
        return new Step("list " + filters, side -> {
            var answer = side.get("/containers/json?all=1&filters=" + Side.encoded(filters));
            if (!answer.ok()) {
                return side.told(answer);
            }
            var ids = new ArrayList<String>();
            answer.json().forEach(row -> ids.add(row.path("Id").asText()));
            return side.told(answer, ids.toString());
        });
    }
}
