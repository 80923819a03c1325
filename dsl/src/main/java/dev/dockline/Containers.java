package dev.dockline;

import dev.dockline.engine.Act;
import dev.dockline.error.SeveralFailed;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Snapshot;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import java.util.AbstractList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Containers as they were when asked for, the newest first. */
public final class Containers extends AbstractList<Container> implements Tabular {
    private final Docker docker;
    private final Snapshot snapshot;
    private final List<ContainerState> states;
    private final Supplier<Containers> again;

    Containers(Docker docker, Snapshot snapshot) {
        this(docker, snapshot, snapshot.containers(), docker::containers);
    }

    private Containers(Docker docker, Snapshot snapshot, List<ContainerState> states, Supplier<Containers> again) {
        this.docker = docker;
        this.snapshot = snapshot;
        this.states = states;
        this.again = again;
    }

    /** The same choice among the containers there are now. */
    @Override
    public Containers again() {
        return again.get();
    }

    /** Those that run. */
    public Containers running() {
        return which(ContainerState::running);
    }

    /** Those that do not run. */
    public Containers stopped() {
        return which(state -> !state.running());
    }

    /** Those that hold a volume. */
    public Containers using(Volume volume) {
        return which(
                state -> state.volumes().stream().anyMatch(mount -> mount.name().equals(volume.name())));
    }

    /** Those made of an image, as it was named when they were made. */
    public Containers using(Image image) {
        return which(state -> image.isCalled(state.image()));
    }

    /** Those on a network, running or not. */
    public Containers on(Network network) {
        return chosen(all -> all.membersOf(network));
    }

    private Predicate<ContainerState> membersOf(Network network) {
        var all = docker.read(
                new Act("list", "network", network.name()),
                () -> docker.snapshots().withOthers(snapshot));
        return state -> all.networks().stream()
                .filter(known -> known.name().equals(network.name()))
                .anyMatch(known -> all.members(known).containsKey(state));
    }

    /** Those whose name fits a pattern, in which {@code *} stands for anything: {@code named("web*")}. */
    public Containers named(String pattern) {
        var regex = Bulk.pattern(pattern);
        return which(state -> regex.matcher(state.name()).matches());
    }

    /** Those with a label of this name: {@code labelled("tour")}. */
    public Containers labelled(String label) {
        return which(state -> state.labels().containsKey(label));
    }

    /** Those with a label of this value: {@code labelled("stage", "test")}. */
    public Containers labelled(String label, String value) {
        return which(state -> value.equals(state.labels().get(label)));
    }

    /** Starts each, what others link to before them; all are tried. */
    public Containers start() {
        return targetsFirst("start", Container::start);
    }

    /** Stops each; all are tried. */
    public Containers stop() {
        return each("stop", Container::stop);
    }

    /** Stops and starts each, what others link to before them; all are tried. */
    public Containers restart() {
        return targetsFirst("restart", Container::restart);
    }

    /** Ends each at once; all are tried. */
    public Containers kill() {
        return each("kill", Container::kill);
    }

    /** Halts each where it is; all are tried. */
    public Containers pause() {
        return each("pause", Container::pause);
    }

    /** Lets each go on; all are tried. */
    public Containers unpause() {
        return each("unpause", Container::unpause);
    }

    /**
     * Removes each and keeps the volumes; all are tried.
     *
     * @throws SeveralFailed if some run, or cannot be removed for another reason; the others are gone
     */
    public Containers remove() {
        return each("remove", Container::remove);
    }

    /** Removes each even if it runs. */
    public Containers remove(Removal force) {
        return each("remove", container -> container.remove(force));
    }

    /** Removes each with its anonymous volumes. */
    public Containers removeWithVolumes() {
        return each("remove", Container::removeWithVolumes);
    }

    /** Removes each with its anonymous volumes, even if it runs. */
    public Containers removeWithVolumes(Removal force) {
        return each("remove", container -> container.removeWithVolumes(force));
    }

    /**
     * Removes those that do not run, and keeps their volumes.
     *
     * @return those that were removed
     */
    public Containers prune() {
        return stopped().remove();
    }

    // A container that is linked to another cannot start before it, whichever was made first.
    private Containers targetsFirst(String verb, Consumer<Container> act) {
        var order = new LinkedHashSet<String>();
        for (int i = states.size() - 1; i >= 0; i--) {
            afterTargets(states.get(i), new HashSet<>(), order);
        }
        var containers = order.stream()
                .map(name -> new Container(
                        docker, name, snapshot.container(name).orElseThrow().id()))
                .toList();
        return tried(verb, containers, act);
    }

    private void afterTargets(ContainerState state, Set<String> seen, Set<String> order) {
        if (seen.add(state.name())) {
            states.stream()
                    .filter(other -> state.links().stream()
                            .anyMatch(link -> link.target().equals(other.name())))
                    .forEach(target -> afterTargets(target, seen, order));
            order.add(state.name());
        }
    }

    private Containers each(String verb, Consumer<Container> act) {
        return tried(verb, List.copyOf(this), act);
    }

    private Containers tried(String verb, List<Container> containers, Consumer<Container> act) {
        Bulk.each(docker, verb, "container", containers, act);
        return this;
    }

    private Containers which(Predicate<ContainerState> wanted) {
        return chosen(all -> wanted);
    }

    private Containers chosen(Function<Containers, Predicate<ContainerState>> wanted) {
        return new Containers(
                docker,
                snapshot,
                states.stream().filter(wanted.apply(this)).toList(),
                () -> again.get().chosen(wanted));
    }

    Containers withIds(Set<String> ids) {
        return which(state -> ids.contains(state.id()));
    }

    /** Their names with their states, for a message. */
    String names() {
        return states.stream()
                .map(state -> "\"" + state.name() + "\" (" + state.status() + ")")
                .collect(Collectors.joining(", "));
    }

    /** What each is and how it is. */
    public List<ContainerState> states() {
        return states;
    }

    @Override
    public Container get(int index) {
        var state = states.get(index);
        return new Container(docker, state.name(), state.id());
    }

    @Override
    public int size() {
        return states.size();
    }

    @Override
    public Table table() {
        return Tables.containers(states, snapshot);
    }
}
