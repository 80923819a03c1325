package dev.dockline;

import dev.dockline.state.ContainerState;
import dev.dockline.state.Snapshot;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Predicate;

/** Containers as they were when asked for, the newest first. */
public final class Containers extends AbstractList<Container> implements Tabular {
    private final Docker docker;
    private final Snapshot snapshot;
    private final List<ContainerState> states;

    Containers(Docker docker, Snapshot snapshot) {
        this(docker, snapshot, snapshot.containers());
    }

    private Containers(Docker docker, Snapshot snapshot, List<ContainerState> states) {
        this.docker = docker;
        this.snapshot = snapshot;
        this.states = states;
    }

    /** Those that run. */
    public Containers running() {
        return which(ContainerState::running);
    }

    /** Those whose name fits a pattern, in which {@code *} stands for anything: {@code named("web*")}. */
    public Containers named(String pattern) {
        var regex = java.util.regex.Pattern.compile("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
        return which(state -> regex.matcher(state.name()).matches());
    }

    /** Those with a label of this name: {@code labelled("tour")}. */
    public Containers labelled(String label) {
        return which(state -> state.labels().containsKey(label));
    }

    private Containers which(Predicate<ContainerState> wanted) {
        return new Containers(docker, snapshot, states.stream().filter(wanted).toList());
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
