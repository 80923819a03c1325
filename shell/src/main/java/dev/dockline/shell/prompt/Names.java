package dev.dockline.shell.prompt;

import dev.dockline.Dockline;
import dev.dockline.Mirror;
import dev.dockline.state.ContainerState;
import java.util.List;
import java.util.stream.Stream;

/** The names on the current engine as they were a moment ago: from its mirror, so that no key waits for an engine. */
final class Names {
    /** What has names. */
    enum Kind {
        CONTAINER("containers"),
        IMAGE("images"),
        VOLUME("volumes"),
        NETWORK("networks");

        final String plural;

        Kind(String plural) {
            this.plural = plural;
        }
    }

    /** A name, and a few words on what bears it. */
    record Name(String text, String about) {}

    private Names() {}

    /** Those of a kind, in the engine's order; none before an engine is connected. */
    static List<Name> of(Kind kind) {
        return Dockline.ifOpen()
                .map(docker -> of(kind, docker.mirror()).toList())
                .orElse(List.of());
    }

    private static Stream<Name> of(Kind kind, Mirror mirror) {
        var all = mirror.snapshot();
        return switch (kind) {
            case CONTAINER -> all.containers().stream().map(Names::container);
            case IMAGE ->
                mirror.images().stream()
                        .flatMap(image -> image.tags().stream())
                        .map(tag -> new Name(tag.replaceFirst(":latest$", ""), "image"));
            case VOLUME -> all.volumes().stream().map(volume -> new Name(volume.name(), volume.driver()));
            case NETWORK ->
                all.networks().stream()
                        .map(network -> new Name(network.name(), (network.driver() + " " + network.subnet()).strip()));
        };
    }

    private static Name container(ContainerState state) {
        return new Name(state.name(), state.status() + ", " + state.image());
    }
}
