package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.NoSuchValue;
import dev.dockline.error.NotPublished;
import dev.dockline.state.ContainerJson;
import dev.dockline.state.ContainerState;
import dev.dockline.state.PublishedPort;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The verbs that only look at a container. */
final class Views {
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

    String logs(int lines) {
        String target = container.target("read the logs of");
        return docker.read(container.act("read the logs of"), () -> logs(docker, target, lines));
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
