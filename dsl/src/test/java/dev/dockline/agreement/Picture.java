package dev.dockline.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** All that an engine says of its containers, volumes and networks, but for what it chose itself. */
final class Picture {
    private static final List<String> CONFIG = List.of(
            "Hostname",
            "User",
            "Env",
            "Cmd",
            "Entrypoint",
            "Labels",
            "WorkingDir",
            "StopSignal",
            "Image",
            "Tty",
            "OpenStdin");
    private static final List<String> HOST =
            List.of("Binds", "VolumesFrom", "PublishAllPorts", "NetworkMode", "AutoRemove", "RestartPolicy");

    private final Side side;
    private final List<String> lines = new ArrayList<>();
    private boolean settled = true;

    private Picture(Side side) {
        this.side = side;
    }

    static Picture of(Side side) {
        var picture = new Picture(side);
        var list = picture.sorted(side.get("/containers/json?all=1").json(), "Created");
        // Names first: one container tells of another, and a volume of all.
        var containers = list.stream()
                .map(row -> side.get("/containers/" + row.path("Id").asText() + "/json"))
                .filter(Side.Answer::ok)
                .map(Side.Answer::json)
                .sorted(Comparator.comparing(json -> json.path("Created").asText()))
                .toList();
        containers.forEach(picture::callVolumes);
        list.stream()
                .sorted(Comparator.comparing(row -> side.plain(row.path("Id").asText())))
                .forEach(picture::row);
        containers.forEach(picture::container);
        picture.volumes();
        picture.networks();
        return picture;
    }

    /** Nothing is on its way any more. */
    boolean isSettled() {
        return settled;
    }

    List<String> lines() {
        return lines;
    }

    private List<JsonNode> sorted(JsonNode array, String by) {
        return StreamSupport.stream(array.spliterator(), false)
                .sorted(Comparator.comparing(json -> json.path(by).asText()))
                .toList();
    }

    private void say(String text) {
        lines.add(side.plain(text));
    }

    private void callVolumes(JsonNode container) {
        var names = container.path("Mounts");
        for (var mount : sorted(names, "Destination")) {
            var volume = mount.path("Name").asText();
            if (volume.length() == 64) {
                side.call(
                        volume,
                        "anonymous " + mount.path("Destination").asText() + " of "
                                + side.plain(container.path("Id").asText()));
            }
        }
    }

    private void row(JsonNode row) {
        var names = new TreeSet<String>();
        row.path("Names").forEach(name -> names.add(name.asText()));
        say("listed " + row.path("Id").asText() + " " + names + " "
                + row.path("State").asText() + " "
                + row.path("Image").asText() + " " + row.path("Command").asText() + " ports "
                // What a start that failed has left there is nobody's port.
                + (row.path("State").asText().equals("created") ? "" : listedPorts(row.path("Ports"))));
    }

    private static TreeSet<String> listedPorts(JsonNode ports) {
        var told = new TreeSet<String>();
        for (var port : ports) {
            if (port.path("IP").asText().contains(":")) {
                continue;
            }
            int host = port.path("PublicPort").asInt();
            told.add(port.path("PrivatePort").asInt() + "/" + port.path("Type").asText()
                    + (host == 0 ? "" : "<-" + Moves.port(host)));
        }
        return told;
    }

    private void container(JsonNode json) {
        var state = json.path("State");
        var config = json.path("Config");
        boolean running = state.path("Running").asBoolean();
        boolean brief = config.path("Labels").has(Moves.BRIEF);
        boolean going = json.path("HostConfig").path("AutoRemove").asBoolean()
                && state.path("Status").asText().equals("exited");
        if (brief && running || going || state.path("Status").asText().equals("removing")) {
            settled = false;
        }
        say("container " + json.path("Id").asText() + " " + json.path("Name").asText() + " "
                + state.path("Status").asText() + " running " + running + " paused " + state.path("Paused") + " exit "
                + state.path("ExitCode") + " process " + (state.path("Pid").asInt() > 0) + " ran "
                + !state.path("StartedAt").asText().startsWith("0001") + " ended "
                + !state.path("FinishedAt").asText().startsWith("0001"));
        say("  error " + state.path("Error").asText());
        say("  runs " + json.path("Path").asText() + " " + json.path("Args"));
        CONFIG.forEach(field -> say("  " + field + " " + config.path(field)));
        say("  exposes " + keys(config.path("ExposedPorts")) + " volumes " + keys(config.path("Volumes")));
        HOST.forEach(field -> say("  " + field + " " + json.path("HostConfig").path(field)));
        say("  links " + texts(json.path("HostConfig").path("Links")));
        for (var mount : sorted(json.path("Mounts"), "Destination")) {
            say("  mount " + mount.path("Type").asText() + " "
                    + mount.path("Name").asText() + " "
                    + mount.path("Destination").asText() + " " + mount.path("Mode") + " " + mount.path("RW"));
        }
        say("  ports " + ports(json.path("NetworkSettings").path("Ports")));
        networksOf(json.path("NetworkSettings").path("Networks"));
    }

    private static TreeMap<String, TreeSet<String>> ports(JsonNode all) {
        var told = new TreeMap<String, TreeSet<String>>();
        for (var port : all.properties()) {
            var held = new TreeSet<String>();
            for (var binding : port.getValue()) {
                if (!binding.path("HostIp").asText().contains(":")) {
                    held.add(Moves.port(binding.path("HostPort").asInt()));
                }
            }
            told.put(port.getKey(), held);
        }
        return told;
    }

    private void networksOf(JsonNode networks) {
        var names = new TreeSet<String>();
        networks.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var place = networks.path(name);
            say("  on " + name + " aliases " + texts(place.path("Aliases")) + " links " + texts(place.path("Links"))
                    + " dns " + names(name, place.path("DNSNames")) + " address "
                    + !place.path("IPAddress").asText().isEmpty() + " gateway "
                    + !place.path("Gateway").asText().isEmpty() + " id "
                    + !place.path("NetworkID").asText().isEmpty() + " mac "
                    + !place.path("MacAddress").asText().isEmpty() + " asked " + place.path("IPAMConfig"));
        }
    }

    // On Docker's own networks nobody asks for these; a rename leaves some there.
    private Object names(String network, JsonNode names) {
        return List.of("bridge", "host", "none").contains(network) ? "" : texts(names);
    }

    private static TreeSet<String> keys(JsonNode json) {
        var keys = new TreeSet<String>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private Object texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(text -> texts.add(side.plain(text.asText())));
        return array.isNull() ? "null" : texts;
    }

    private void volumes() {
        var told = new TreeSet<String>();
        for (var volume : side.get("/volumes").json().path("Volumes")) {
            told.add(side.plain("volume " + volume.path("Name").asText() + " " + volume.path("Labels") + " "
                    + volume.path("Options") + " " + volume.path("Scope").asText()));
        }
        lines.addAll(told);
    }

    private void networks() {
        for (var network : sorted(side.get("/networks").json(), "Name")) {
            var name = network.path("Name").asText();
            var members = new TreeSet<String>();
            var one = side.get("/networks/" + name).json();
            one.path("Containers").fieldNames().forEachRemaining(id -> members.add(side.plain(id)));
            say("network " + name + " " + one.path("Driver").asText() + " internal " + one.path("Internal")
                    + " members " + members);
        }
    }
}
