package dev.dockline.spec;

import dev.dockline.error.InvalidName;
import dev.dockline.error.PortTaken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The declaration of a container: its name and its settings, in the order they were made.
 *
 * @param name the name, empty where the engine is to find one
 * @param settings the settings, no two with the same key
 */
public record ContainerSpec(String name, List<Setting> settings) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

    /** Refuses a name that Docker does not take; Docker refuses one letter too, Podman would not. */
    public ContainerSpec {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw new InvalidName("Cannot name a container \"" + name + "\"", name);
        }
        settings = List.copyOf(settings);
    }

    /** An empty declaration. */
    public static ContainerSpec named(String name) {
        return new ContainerSpec(name, List.of());
    }

    /**
     * Reads a {@code docker run} line.
     *
     * @throws dev.dockline.error.MalformedRunLine if it is none, or has a flag without a noun
     */
    public static ContainerSpec parse(String runLine) {
        return RunLine.parse(runLine);
    }

    /**
     * This declaration with one more setting, which takes the place of one with the same key.
     *
     * @throws PortTaken if it publishes on a port of the host that another of them publishes on
     */
    public ContainerSpec with(Setting setting) {
        if (setting instanceof Publish publish) {
            refuseClash(publish);
        }
        var next = new ArrayList<>(settings);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).key().equals(setting.key())) {
                next.set(i, setting);
                return new ContainerSpec(name, next);
            }
        }
        next.add(setting);
        return new ContainerSpec(name, next);
    }

    private void refuseClash(Publish publish) {
        all(Publish.class).filter(publish::clashesWith).findFirst().ifPresent(other -> {
            throw new PortTaken(
                    "Cannot add " + publish + (name.isEmpty() ? "" : " to container \"" + name + "\""),
                    publish.host().toString(),
                    other + " of the same declaration",
                    "publish(" + publish.container() + ") for any free host port, or another number",
                    null);
        });
    }

    /** The same, with the image before all else, as one would type it. */
    public ContainerSpec imageFirst() {
        var ordered = new ArrayList<Setting>(all(ImageReference.class).toList());
        settings.stream()
                .filter(setting -> !(setting instanceof ImageReference))
                .forEach(ordered::add);
        return new ContainerSpec(name, ordered);
    }

    /** All settings of one kind, in order. */
    public <S extends Setting> Stream<S> all(Class<S> kind) {
        return settings.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The setting of a kind that a declaration has at most once. */
    public <S extends Setting> Optional<S> one(Class<S> kind) {
        return all(kind).findFirst();
    }

    /** Whether a setting of this kind was made. */
    public boolean has(Class<? extends Setting> kind) {
        return settings.stream().anyMatch(kind::isInstance);
    }

    /** Whether a setting that is a word alone was made. */
    public boolean has(Switch word) {
        return settings.contains(word);
    }

    /** The {@code docker run} line that makes the same container, detached. */
    public String cli() {
        var flags = settings.stream()
                .filter(s -> !(s instanceof ImageReference || s instanceof Command))
                .map(Setting::cli);
        var tail = Stream.concat(
                Stream.of(one(ImageReference.class).map(Setting::cli).orElse("IMAGE")),
                Stream.concat(entrypointArguments(), one(Command.class).map(Setting::cli).stream()));
        var head = Stream.of("docker run -d", name.isEmpty() ? "" : "--name " + name);
        return Stream.of(head, flags, tail)
                .flatMap(s -> s)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    // The CLI's --entrypoint takes one word; the others go before the command.
    private Stream<String> entrypointArguments() {
        return one(Entrypoint.class).stream()
                .flatMap(e -> e.words().stream().skip(1))
                .map(Java::word);
    }

    /** The fluent Java that makes this declaration. */
    @Override
    public String toString() {
        return "container(" + (name.isEmpty() ? "" : Java.literal(name)) + ")"
                + settings.stream().map(s -> "." + s).collect(Collectors.joining());
    }
}
