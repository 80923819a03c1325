package dev.dockline;

import dev.dockline.state.Snapshot;
import dev.dockline.state.VolumeState;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Predicate;

/** Volumes as they were when asked for. */
public final class Volumes extends AbstractList<Volume> implements Tabular {
    private final Docker docker;
    private final Snapshot snapshot;
    private final List<VolumeState> states;

    Volumes(Docker docker, Snapshot snapshot) {
        this(docker, snapshot, snapshot.volumes());
    }

    private Volumes(Docker docker, Snapshot snapshot, List<VolumeState> states) {
        this.docker = docker;
        this.snapshot = snapshot;
        this.states = states;
    }

    /** Those whose name fits a pattern, in which {@code *} stands for anything: {@code named("db*")}. */
    public Volumes named(String pattern) {
        var regex = Bulk.pattern(pattern);
        return which(state -> regex.matcher(state.name()).matches());
    }

    /** Those with a label of this name. */
    public Volumes labelled(String label) {
        return which(state -> state.labels().containsKey(label));
    }

    /** Those that the engine named. */
    public Volumes anonymous() {
        return which(VolumeState::isAnonymous);
    }

    /** Those that no container holds, running or not. */
    public Volumes unused() {
        return which(state -> snapshot.users(state.name()).isEmpty());
    }

    /** Removes each, and what is in it; all are tried. */
    public Volumes remove() {
        Bulk.each(docker, "remove", "volume", List.copyOf(this), Volume::remove);
        return this;
    }

    /**
     * Removes the anonymous ones that no container holds; a named volume is never touched, on any engine.
     *
     * @return those that were removed
     */
    public Volumes prune() {
        return unused().anonymous().remove();
    }

    /**
     * Removes all that no container holds, named ones too: {@code volumes().prune(ALL)}.
     *
     * @return those that were removed
     */
    public Volumes prune(Prune all) {
        return unused().remove();
    }

    private Volumes which(Predicate<VolumeState> wanted) {
        return new Volumes(docker, snapshot, states.stream().filter(wanted).toList());
    }

    /** What each is. */
    public List<VolumeState> states() {
        return states;
    }

    @Override
    public Volume get(int index) {
        return new Volume(docker, states.get(index).name());
    }

    @Override
    public int size() {
        return states.size();
    }

    @Override
    public Table table() {
        return Tables.volumes(states, snapshot);
    }
}
