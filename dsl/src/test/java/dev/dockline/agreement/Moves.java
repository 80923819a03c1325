package dev.dockline.agreement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    static final int FIRST_PORT = 47_001;
    static final int PORTS = 3;

    private final Chance chance;
    private final Declarations declarations;
    private int made;

    private Moves(long seed) {
        chance = new Chance(seed);
        declarations = new Declarations(chance);
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
        int at = chance.below(makers.stream().mapToInt(Weighted::weight).sum());
        for (var maker : makers) {
            at -= maker.weight;
            if (at < 0) {
                return maker.maker.get();
            }
        }
        throw new IllegalStateException();
    }

    private String container() {
        return chance.one(CONTAINERS);
    }

    private Step create() {
        var body = declarations.next();
        var name = chance.in(3) ? "!" : container();
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
        return verb("kill", "?signal=" + chance.one(List.of("KILL", "KILL", "9", "TERM", "HUP", "NOSUCH")));
    }

    private Step pause() {
        return verb("pause", "");
    }

    private Step unpause() {
        return verb("unpause", "");
    }

    private Step rename() {
        var to = chance.one(List.of("web", "sql", "job", "log", "tmp", "/web", "!", ""));
        return verb("rename", "?name=" + Side.encoded(to));
    }

    private Step remove() {
        var name = container();
        var query = "?v=" + (chance.in(40) ? 1 : 0) + "&force=" + (chance.in(50) ? 1 : 0);
        return simple("remove " + name + query, side -> side.delete("/containers/" + name + query));
    }

    private Step exec() {
        var name = container();
        var body = Side.JSON.createObjectNode().put("AttachStdout", true).put("AttachStderr", true);
        chance.one(List.of(
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
        if (chance.in(10)) {
            body.put("User", chance.one(List.of("1000", "missing")));
        }
        return new Step("exec " + name + " " + body, side -> Streams.exec(side, name, body));
    }

    private Step put() {
        var name = container();
        var path = chance.one(List.of("/data", "/", "/nothing", "/etc/hosts", "/other"));
        var file = chance.one(List.of("f", "g", "sub/h", "../up"));
        var text = "text " + chance.below(10);
        return simple(
                "put " + file + " into " + name + ":" + path,
                side -> side.put("/containers/" + name + "/archive?path=" + path, Streams.tar(file, text)));
    }

    private Step archive() {
        var name = container();
        var path = chance.one(List.of("/data", "/data/f", "/data/.", "/other", "/nothing", "/etc/passwd/x"));
        return new Step("get " + name + ":" + path, side -> {
            var answer = side.get("/containers/" + name + "/archive?path=" + path);
            return side.told(answer, answer.ok() ? Streams.entries(answer.body()) : "");
        });
    }

    private Step logs() {
        var name = container();
        var query = chance.one(List.of("?stdout=1", "?stderr=1", "?stdout=1&stderr=1&tail=1", "?stdout=1&tail=0", ""));
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
        var name = chance.in(15) ? chance.one(List.of("!", "v", "a/b")) : chance.one(VOLUMES);
        return simple("volume " + name, side -> side.post("/volumes/create", labelled(name)));
    }

    private Step removeVolume() {
        var name = chance.one(VOLUMES);
        var query = chance.in(30) ? "?force=1" : "";
        return simple("remove volume " + name + query, side -> side.delete("/volumes/" + name + query));
    }

    private Step createNetwork() {
        var name = chance.one(NETWORKS);
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
        var name = chance.one(List.of("n1", "n2", "bridge"));
        return simple("remove network " + name, side -> side.delete("/networks/" + name));
    }

    private Step connect() {
        var body = Side.JSON.createObjectNode().put("Container", container());
        if (chance.in(40)) {
            ArrayNode aliases = body.putObject("EndpointConfig").putArray("Aliases");
            aliases.add(chance.one(List.of("db", "web")));
        }
        var name = chance.one(List.of("n1", "n2", "n1", "n2", "bridge", "none"));
        return simple("connect " + name + " " + body, side -> side.post("/networks/" + name + "/connect", body));
    }

    private Step disconnect() {
        var body = Map.of("Container", container(), "Force", chance.in(20));
        var name = chance.one(List.of("n1", "n2", "bridge"));
        return simple("disconnect " + name + " " + body, side -> side.post("/networks/" + name + "/disconnect", body));
    }

    private Step prune() {
        var what = chance.one(List.of("containers", "volumes", "networks"));
        var filters = Side.encoded("{\"label\":[\"" + LABEL + "\"]}");
        return simple("prune " + what, side -> side.post("/" + what + "/prune?filters=" + filters, null));
    }

    private Step list() {
        var filters = chance.one(List.of(
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
