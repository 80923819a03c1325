package dev.dockline.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Delta;
import dev.dockline.state.PublishedPort;
import java.util.List;
import java.util.Map;

/** What an imagined engine shows, told as far as it can be known: not which ports an engine will choose, nor how a program fares. */
public final class Foreseen {
    private Foreseen() {}

    /**
     * A delta as a plan tells it.
     *
     * @param inspects what the imagined engine tells of each container that is there, by id
     */
    public static Delta delta(Delta imagined, Map<String, JsonNode> inspects) {
        return imagined.withContainers(imagined.containers().stream()
                .map(change -> change.after() == null || change.before() != null && sameRun(change)
                        ? change
                        : new Delta.Change<>(change.before(), started(change.after(), inspects)))
                .toList());
    }

    private static boolean sameRun(Delta.Change<ContainerState> change) {
        return change.before().running()
                && change.before().status().equals(change.after().status());
    }

    private static ContainerState started(ContainerState state, Map<String, JsonNode> inspects) {
        if (!state.status().equals("running")) {
            return state;
        }
        var bindings = inspects.getOrDefault(state.id(), com.fasterxml.jackson.databind.node.MissingNode.getInstance())
                .at("/HostConfig/PortBindings");
        return state.starting(
                state.ports().stream().map(port -> unchosen(port, bindings)).toList());
    }

    private static PublishedPort unchosen(PublishedPort port, JsonNode bindings) {
        var asked = bindings.path(port.container() + "/" + port.protocol());
        for (var binding : asked) {
            if (binding.path("HostPort").asText().equals(String.valueOf(port.host()))) {
                return port;
            }
        }
        return port.published()
                ? new PublishedPort(port.container(), port.protocol(), port.address(), PublishedPort.ANY)
                : port;
    }

    /** The containers that were made anew under the name of one that went, with the state of either. */
    public static List<Delta.Change<ContainerState>> replaced(Delta delta) {
        return delta.containers().stream()
                .filter(change -> change.before() == null)
                .flatMap(made -> delta.containers().stream()
                        .filter(gone -> gone.after() == null
                                && gone.before().name().equals(made.after().name()))
                        .map(gone -> new Delta.Change<>(gone.before(), made.after())))
                .toList();
    }
}
