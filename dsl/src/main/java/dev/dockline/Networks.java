package dev.dockline;

import dev.dockline.state.NetworkState;
import dev.dockline.state.Snapshot;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import java.util.AbstractList;
import java.util.List;

/** Networks as they were when asked for. */
public final class Networks extends AbstractList<Network> implements Tabular {
    private final Docker docker;
    private final Snapshot snapshot;

    Networks(Docker docker, Snapshot snapshot) {
        this.docker = docker;
        this.snapshot = snapshot;
    }

    /** What each is. */
    public List<NetworkState> states() {
        return snapshot.networks();
    }

    @Override
    public Network get(int index) {
        return new Network(docker, states().get(index).name());
    }

    @Override
    public int size() {
        return states().size();
    }

    @Override
    public Table table() {
        return Tables.networks(states());
    }
}
