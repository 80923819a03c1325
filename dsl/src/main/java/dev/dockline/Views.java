package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.compose.ComposeFile;
import dev.dockline.engine.Declared;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.ContainerNotRunning;
import dev.dockline.error.NoSuchValue;
import dev.dockline.error.NotPublished;
import dev.dockline.error.PageFailed;
import dev.dockline.link.Links;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.state.ContainerJson;
import dev.dockline.state.ContainerState;
import dev.dockline.state.HostsLine;
import dev.dockline.state.LinkState;
import dev.dockline.state.ProcessState;
import dev.dockline.state.PublishedPort;
import dev.dockline.state.StatsState;
import dev.dockline.view.Listing;
import dev.dockline.view.Tables;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The verbs that only look at a container. */
final class Views {
    private static final int PAGE_TIMEOUT_MILLIS = 10_000;

    private final Docker docker;
    private final Container container;

    Views(Docker docker, Container container) {
        this.docker = docker;
        this.container = container;
    }

    JsonNode inspect(String verb) {
        String target = container.target(verb);
        return docker.read(
                container.act(verb), () -> docker.link().read("/containers/" + Engine.part(target) + "/json"));
    }

    String inspectAt(String pointer) {
        var json = inspect("inspect");
        var value = json.at(pointer);
        if (value.isMissingNode()) {
            var there = new java.util.ArrayList<String>();
            json.at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))))
                    .fieldNames()
                    .forEachRemaining(there::add);
            throw new NoSuchValue(container.act("inspect").what(), pointer, String.join(", ", there));
        }
        return value.isContainerNode() ? value.toPrettyString() : value.asText();
    }

    ContainerState state(String verb) {
        return ContainerJson.inspected(inspect(verb), Instant.now());
    }

    // Whether a link holds is told by its target too.
    List<LinkState> links() {
        var state = state("see links of");
        return docker.read(
                container.act("see links of"),
                () -> docker.snapshots()
                        .containers(Set.of(state.id()))
                        .container(state.id())
                        .map(ContainerState::links)
                        .orElse(state.links()));
    }

    PublishedPort published(int port) {
        var ports = state("see port " + port + " of").ports();
        return ports.stream()
                .filter(p ->
                        p.container() == port && p.published() && p.protocol().equals("tcp"))
                .findFirst()
                .orElseThrow(() -> new NotPublished(
                        container.act("see port " + port + " of").what(), port, shown(ports)));
    }

    private static String shown(List<PublishedPort> ports) {
        var published = ports.stream()
                .filter(PublishedPort::published)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return published.isEmpty() ? "" : "; published are " + published;
    }

    String url(int port) {
        return docker.url(published(port));
    }

    String page(int port, String path) {
        var url = url(port) + path.replaceFirst("^/", "");
        var act = container.act("get a page of");
        return docker.beyondReading(act, () -> "", () -> {
            var connection = URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(PAGE_TIMEOUT_MILLIS);
            connection.setReadTimeout(PAGE_TIMEOUT_MILLIS);
            try (var page = Handover.closeOnCancel(connection.getInputStream())) {
                return new String(page.readAllBytes(), StandardCharsets.UTF_8);
            } catch (FileNotFoundException missing) {
                throw new PageFailed(act.what(), "there is no page " + path + " at " + url(port), port, missing);
            } catch (IOException e) {
                throw new PageFailed(act.what(), url + " answers with none: " + e.getMessage(), port, e);
            }
        });
    }

    String asRun() {
        var declared = declared();
        return comments("# ", declared.unspoken()) + declared.spec().cli();
    }

    String asCode() {
        var declared = declared();
        return comments("// ", declared.unspoken()) + declared.spec().imageFirst() + ".run()";
    }

    String asCompose() {
        var declared = declared();
        return comments("# ", declared.unspoken()) + ComposeFile.yaml(List.of(declared.spec()));
    }

    private static String comments(String mark, List<String> unspoken) {
        return unspoken.stream()
                .map(field -> mark + "not said here, since there is no noun for it: " + field + "\n")
                .collect(Collectors.joining());
    }

    /** A declaration, and what it cannot say of the container that it was read from. */
    private record Declaring(ContainerSpec spec, List<String> unspoken) {}

    private Declaring declared() {
        if (!container.isSealed() && !container.declaration().settings().isEmpty()) {
            return new Declaring(container.declaration(), List.of());
        }
        var json = inspect("see the declaration of");
        return docker.read(
                container.act("see the declaration of"),
                () -> new Declaring(Declared.of(docker.link(), json), Declared.unspoken(json)));
    }

    Environment environment() {
        var json = inspect("see the environment of");
        var id = json.path("Id").asText();
        boolean runs = !docker.isImagined()
                && json.path("State").path("Status").asText().equals("running");
        return docker.read(container.act("see the environment of"), () -> {
            var told = runs ? Exec.quietly(docker, id, "env") : null;
            return told != null && told.succeeded()
                    ? new Environment(told.out().lines().toList())
                    : new Environment(texts(json.path("Config").path("Env")));
        });
    }

    Listing<HostsLine> hosts() {
        String target = container.target("see the hosts file of");
        return docker.beyondReading(
                container.act("see the hosts file of"), () -> new Listing<>(List.of(), Tables::hosts), () -> {
                    var path = "/containers/" + Engine.part(target) + "/archive?path=/etc/hosts";
                    try (var tar = new TarArchiveInputStream(
                            docker.link().send("GET", path).getBody())) {
                        tar.getNextEntry();
                        var file = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                        return new Listing<>(HostsLine.read(file), Tables::hosts);
                    }
                });
    }

    Listing<ProcessState> top() {
        String target = container.target("see the programs of");
        return docker.beyondReading(
                container.act("see the programs of"), () -> new Listing<>(List.of(), Tables::programs), () -> {
                    var json = programs(target);
                    var titles = texts(json.path("Titles"));
                    var found = new ArrayList<ProcessState>();
                    for (var row : json.path("Processes")) {
                        var cells = texts(row);
                        found.add(new ProcessState(
                                cell(titles, cells, "PID"),
                                cell(titles, cells, "UID", "USER"),
                                cell(titles, cells, "TIME"),
                                cell(titles, cells, "CMD", "COMMAND")));
                    }
                    if (found.isEmpty()) {
                        requireRunning("see the programs of");
                    }
                    return new Listing<>(found, Tables::programs);
                });
    }

    // Podman 4 answers nothing on Docker's path, and all on its own.
    private JsonNode programs(String target) {
        var path = "/containers/" + Engine.part(target) + "/top";
        var json = docker.link().read(path);
        return json.isEmpty() && docker.link().flavour().podman()
                ? docker.link().readLibpod(path + "?stream=false")
                : json;
    }

    private static String cell(List<String> titles, List<String> cells, String... names) {
        for (var name : names) {
            int column = titles.indexOf(name);
            if (column >= 0 && column < cells.size()) {
                return cells.get(column);
            }
        }
        return "";
    }

    StatsState stats() {
        String target = container.target("see what is used by");
        return docker.read(container.act("see what is used by"), () -> {
            var json = docker.link().read("/containers/" + Engine.part(target) + "/stats?stream=false");
            if (json.path("pids_stats").path("current").asLong() == 0) {
                requireRunning("see what is used by");
            }
            return StatsState.of(json);
        });
    }

    String address() {
        var verb = "see the address of";
        var state = state(verb);
        return state.addresses().entrySet().stream()
                .filter(address -> !address.getValue().isEmpty())
                .min(Comparator.comparing(address -> Links.isForLinks(address.getKey())))
                .orElseThrow(() ->
                        new ContainerNotRunning(container.act(verb).what(), container.name(), state.status(), null))
                .getValue();
    }

    // Some engines answer emptily where others refuse.
    private void requireRunning(String verb) {
        var state = state(verb);
        if (!state.running()) {
            throw new ContainerNotRunning(container.act(verb).what(), container.name(), state.status(), null);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    String logs(int lines) {
        String target = container.target("read the logs of");
        return docker.beyondReading(container.act("read the logs of"), () -> "", () -> logs(docker, target, lines));
    }

    void follow() {
        String target = container.target("follow the logs of");
        docker.beyondReading(
                container.act("follow the logs of"),
                () -> null,
                () -> docker.link()
                        .docker()
                        .logContainerCmd(target)
                        .withStdOut(true)
                        .withStdErr(true)
                        .withFollowStream(true)
                        .withTailAll()
                        .exec(Handover.closeOnCancel(Output.passedTo(docker.terminal())))
                        .awaitCompletion());
    }

    /** What a container wrote after a moment, such as the end of an earlier run; from within a verb's work. */
    static String logs(Docker docker, String target, Instant after) throws InterruptedException {
        var output = Handover.closeOnCancel(Output.kept());
        docker.link()
                .docker()
                .logContainerCmd(target)
                .withStdOut(true)
                .withStdErr(true)
                .withTimestamps(true)
                .withSince((int) after.getEpochSecond())
                .withTailAll()
                .exec(output)
                .awaitCompletion();
        return output.merged()
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(line -> line.length == 2
                        && OffsetDateTime.parse(line[0]).toInstant().isAfter(after))
                .map(line -> line[1] + "\n")
                .collect(Collectors.joining());
    }

    /** What a container wrote, or its last lines; from within a verb's work. */
    static String logs(Docker docker, String target, int lines) throws InterruptedException {
        var request =
                docker.link().docker().logContainerCmd(target).withStdOut(true).withStdErr(true);
        var output = Handover.closeOnCancel(Output.kept());
        (lines < 0 ? request.withTailAll() : request.withTail(lines))
                .exec(output)
                .awaitCompletion();
        return output.merged();
    }
}
