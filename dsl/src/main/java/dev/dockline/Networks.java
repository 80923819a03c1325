package dev.dockline;

import dev.dockline.state.NetworkState;
import dev.dockline.state.Snapshot;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Predicate;

/** Networks as they were when asked for. */
public final class Networks extends AbstractList<Network> implements Tabular {
    private final Docker docker;
    private final Snapshot snapshot;
    private final List<NetworkState> states;

    Networks(Docker docker, Snapshot snapshot) {
        this(docker, snapshot, snapshot.networks());
    }

    private Networks(Docker docker, Snapshot snapshot, List<NetworkState> states) {
        this.docker = docker;
        this.snapshot = snapshot;
        this.states = states;
    }

    /** Those whose name fits a pattern, in which {@code *} stands for anything: {@code named("lab*")}. */
    public Networks named(String pattern) {
        var regex = Bulk.pattern(pattern);
        return which(state -> regex.matcher(state.name()).matches());
    }

    /** Those with a label of this name. */
    public Networks labelled(String label) {
        return which(state -> state.labels().containsKey(label));
    }

    /** Those that users made and no container is on, running or not. */
    public Networks unused() {
        return which(state -> !state.isPredefined() && snapshot.members(state).isEmpty());
    }

    /** Removes each; all are tried. */
    public Networks remove() {
        Bulk.each(docker, "remove", "network", List.copyOf(this), Network::remove);
        return this;
    }

    /**
     * Removes those that users made and no container is on. Docker's own prune also takes networks of stopped
     * containers, which then cannot start again; this one does not.
     *
     * @return those that were removed
     */
    public Networks prune() {
        return unused().remove();
    }

    private Networks which(Predicate<NetworkState> wanted) {
        return new Networks(docker, snapshot, states.stream().filter(wanted).toList());
    }

    /** What each is. */
    public List<NetworkState> states() {
        return states;
    }

    @Override
    public Network get(int index) {
        return new Network(docker, states.get(index).name());
    }

    @Override
    public int size() {
        return states.size();
    }

    @Override
    public Table table() {
        return Tables.networks(states);
    }
}
