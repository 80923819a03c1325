package dev.dockline;

import dev.dockline.state.Snapshot;
import dev.dockline.state.VolumeState;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import java.util.AbstractList;
import java.util.List;

/** Volumes as they were when asked for. */
public final class Volumes extends AbstractList<Volume> implements Tabular {
    private final Docker docker;
    private final Snapshot snapshot;

    Volumes(Docker docker, Snapshot snapshot) {
        this.docker = docker;
        this.snapshot = snapshot;
    }

    /** What each is. */
    public List<VolumeState> states() {
        return snapshot.volumes();
    }

    @Override
    public Volume get(int index) {
        return new Volume(docker, states().get(index).name());
    }

    @Override
    public int size() {
        return states().size();
    }

    @Override
    public Table table() {
        return Tables.volumes(states(), snapshot);
    }
}
