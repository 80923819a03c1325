package dev.dockline;

import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.state.ContainerState;
import dev.dockline.state.MountState;
import dev.dockline.state.VolumeFate;
import dev.dockline.transfer.Archive;
import dev.dockline.transfer.Backup;
import dev.dockline.transfer.Restore;
import dev.dockline.view.Listing;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;

/**
 * The volumes of a container, all at once.
 *
 * <p>A backup has the layout of {@code tar cvf backup.tar /dbdata}: each entry under the path of its volume, without
 * the first slash. So either side's file restores with the other.
 */
public final class ContainerVolumes extends AbstractList<MountState> implements Tabular {
    private final Docker docker;
    private final Container container;
    private final ContainerState state;

    ContainerVolumes(Docker docker, Container container, ContainerState state) {
        this.docker = docker;
        this.container = container;
        this.state = state;
    }

    /**
     * Writes what is in the volumes to a tar file on this machine, compressed where its name ends in {@code .gz} or
     * {@code .zst}; the container may run or be stopped, and its image
     * needs no tar.
     *
     * @throws dev.dockline.error.BackupFailed if it cannot be written; the file that was there before then still is
     */
    public Archive backup(String file) {
        var act = act("back up");
        return docker.beyondReading(
                act,
                () -> planned(file),
                () -> writers().told(() -> new Backup(docker.link(), docker.terminal(), act).of(state, Path.of(file))));
    }

    /** As {@link #backup(String)}, while those that may write are paused: {@code backup("db.tar", PAUSED)}. */
    public Archive backup(String file, While paused) {
        var act = act("back up");
        return docker.beyondReading(
                act,
                () -> planned(file),
                () -> writers()
                        .paused(() -> new Backup(docker.link(), docker.terminal(), act).of(state, Path.of(file))));
    }

    private Writers writers() {
        return Writers.of(docker, state.volumes().stream().map(MountState::name).toList());
    }

    /**
     * Puts what is in a tar file on this machine into the volumes, over what is there.
     *
     * @throws dev.dockline.error.RestoreFailed if the file holds nothing for these volumes, or an entry that would land
     *     outside them; nothing is then written
     */
    public Archive restore(String file) {
        var act = act("restore");
        return docker.beyond(
                act,
                () -> planned(file),
                () -> new Restore(docker.link(), docker.terminal(), act).into(state, Path.of(file)));
    }

    private Archive planned(String file) {
        return new Archive(
                Path.of(file),
                state.volumes().stream().map(MountState::destination).toList(),
                0,
                0);
    }

    /** Which of them {@code removeWithVolumes()} would delete now, which it would keep, and why. */
    public Listing<VolumeFate> fates() {
        return docker.read(
                act("see the fates of"),
                () -> new Listing<>(
                        VolumeFates.of(docker, docker.link().read("/containers/" + Engine.part(state.id()) + "/json")),
                        Tables::fates));
    }

    private Act act(String verb) {
        return new Act(verb, "volumes of container", container.name());
    }

    @Override
    public MountState get(int index) {
        return state.volumes().get(index);
    }

    @Override
    public int size() {
        return state.volumes().size();
    }

    @Override
    public Table table() {
        return Tables.mounts(List.copyOf(state.volumes()));
    }
}
