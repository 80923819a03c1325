package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.TargetNotEmpty;
import dev.dockline.error.VolumeInUse;
import dev.dockline.spec.Access;
import dev.dockline.spec.VolumeMount;
import dev.dockline.state.ContainerState;
import dev.dockline.state.FileState;
import dev.dockline.state.VolumeState;
import dev.dockline.transfer.Archive;
import dev.dockline.transfer.Backup;
import dev.dockline.transfer.Carrier;
import dev.dockline.transfer.Clone;
import dev.dockline.transfer.Restore;
import dev.dockline.view.Listing;
import dev.dockline.view.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A volume by its name. */
public final class Volume {
    private final Docker connection;
    private final String name;

    Volume(Docker docker, String name) {
        // A mount refuses what is no volume's name, and says how one looks.
        new VolumeMount(name, "/volume", Access.READ_WRITE);
        this.connection = docker;
        this.name = name;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Makes it; if it is there already, that is well. */
    public Volume create() {
        return docker().act(act("create"), () -> {
            docker().link().docker().createVolumeCmd().withName(name).exec();
            return this;
        });
    }

    /** All that the engine tells of it, as JSON. */
    public JsonNode inspect() {
        return docker().read(act("inspect"), () -> docker().link().read("/volumes/" + Engine.part(name)));
    }

    /** Whether the engine has it. */
    public boolean exists() {
        return docker().read(act("look for"), this::isThere);
    }

    private boolean isThere() {
        try {
            docker().link().read("/volumes/" + Engine.part(name));
            return true;
        } catch (NotFoundException missing) {
            return false;
        }
    }

    /** The containers that hold it, running or not. */
    public Containers users() {
        return docker().containers().using(this);
    }

    /** What stands in it, whether a container has it or not. */
    public Listing<FileState> files() {
        return files("/");
    }

    /**
     * What stands in one of its folders: {@code files("base")}.
     *
     * @throws dev.dockline.error.CopyFailed if it has no such file or folder
     */
    public Listing<FileState> files(String path) {
        var act = act("list " + path + " in");
        return docker().beyondReading(act, () -> new Listing<>(List.of(), Tables::files), () -> {
            var mount = Carrier.mount(name);
            docker().link().read("/volumes/" + Engine.part(name));
            try (var carrier = Carrier.of(docker().link(), List.of(mount))) {
                String inCarrier = mount.destination() + ("/" + path).replaceFirst("/+$", "");
                return new Listing<>(Copies.files(docker().link(), act, carrier.id(), inCarrier), Tables::files);
            }
        });
    }

    /**
     * Writes what is in it to a tar file on this machine, each entry under the volume's name.
     *
     * @throws dev.dockline.error.BackupFailed if it cannot be written; the file that was there before then still is
     */
    public Archive backup(String file) {
        var act = act("back up");
        return docker().beyondReading(act, () -> planned(file), () -> writers().told(() -> backup(act, file)));
    }

    /** As {@link #backup(String)}, while those that may write are paused: {@code backup("db.tar", PAUSED)}. */
    public Archive backup(String file, While paused) {
        var act = act("back up");
        return docker().beyondReading(act, () -> planned(file), () -> writers().paused(() -> backup(act, file)));
    }

    private Archive backup(Act act, String file) throws InterruptedException {
        return new Backup(docker().link(), docker().terminal(), act).of(state(), imageOfUser(), Path.of(file));
    }

    private Archive planned(String file) {
        return new Archive(Path.of(file), List.of("/" + name), 0, 0);
    }

    private Writers writers() {
        return Writers.of(docker(), Set.of(name));
    }

    /**
     * Puts what a tar file on this machine has under the volume's name into it, over what is there.
     *
     * @throws dev.dockline.error.RestoreFailed if the file holds nothing for it, or an entry that would land outside it;
     *     nothing is then written
     */
    public Archive restore(String file) {
        var act = act("restore");
        return docker().beyond(
                        act,
                        () -> planned(file),
                        () -> new Restore(docker().link(), docker().terminal(), act).into(state(), Path.of(file)));
    }

    /** Copies it to a new volume: {@code volume("dbdata").cloneTo("dbdata2")}. */
    public Volume cloneTo(String other) {
        return cloneTo(connection.volume(other));
    }

    /**
     * Copies it to a new volume, which may be another engine's: {@code cloneTo(connect("unix:///…").volume("dbdata"))}.
     *
     * @throws dev.dockline.error.TargetNotEmpty if that volume is there already
     */
    public Volume cloneTo(Volume other) {
        return copied("clone", other);
    }

    /** Moves it to a new volume. */
    public Volume moveTo(String other) {
        return moveTo(connection.volume(other));
    }

    /**
     * Moves it to a new volume, which may be another engine's.
     *
     * @throws VolumeInUse if a container holds it; nothing is then done
     * @throws dev.dockline.error.TargetNotEmpty if that volume is there already
     */
    public Volume moveTo(Volume other) {
        requireUnused(act("move"));
        copied("move", other);
        removeNow();
        return other;
    }

    private void requireUnused(Act act) {
        var users = users();
        if (!users.isEmpty()) {
            throw new VolumeInUse(act.what(), name, "container " + users.names(), null);
        }
    }

    /** Gives it another name, by moving what is in it: no engine renames volumes. */
    public Volume rename(String other) {
        return moveTo(other);
    }

    private Volume copied(String verb, Volume other) {
        var act = act(verb);
        return docker().act(act, () -> {
            state();
            if (other.isThere()) {
                throw new TargetNotEmpty(act.what(), other.name);
            }
            boolean done = false;
            try {
                other.create();
                fill(act, other);
                done = true;
                return other;
            } finally {
                if (!done) {
                    Handover.cleanUp(other::removeNow);
                }
            }
        });
    }

    /** Copies what is in it into one that is there. */
    void fill(Act act, Volume other) throws InterruptedException {
        if (docker().isImagined()) {
            docker().carried(name);
            return;
        }
        new Clone(docker().terminal(), act)
                .copy(docker().link(), state(), imageOfUser(), other.docker().link(), other.name);
    }

    private VolumeState state() {
        return VolumeState.of(docker().link().read("/volumes/" + Engine.part(name)));
    }

    // Where the archive API tells no owners, tar does: any image with tar will do, and a user's is at hand.
    private String imageOfUser() {
        return docker().snapshots().containers().users(name).stream()
                .map(ContainerState::image)
                .findFirst()
                .orElse("");
    }

    /**
     * Removes it, and what is in it.
     *
     * @throws dev.dockline.error.VolumeInUse if a container holds it, running or not
     */
    public void remove() {
        docker().warn("volume \"" + name
                + "\" goes with what is in it, which undo() cannot bring back; remove(KEEP) keeps it");
        removeNow();
    }

    void removeNow() {
        docker().act(
                        act("remove"),
                        () -> docker().link().docker().removeVolumeCmd(name).exec());
    }

    /**
     * Removes it and keeps what is in it in a new volume, from where {@code undo()} brings it back: {@code
     * volume("dbdata").remove(KEEP)}.
     *
     * @return where it is kept: {@code volume("dbdata.removed")}
     * @throws VolumeInUse if a container holds it, running or not; nothing is then done
     */
    public Volume remove(Data keep) {
        Objects.requireNonNull(keep);
        var act = act("remove");
        return docker().act(act, () -> {
            requireUnused(act);
            var kept = copied("keep", free());
            docker().touched(kept.name);
            removeNow();
            docker().note("what was in volume \"" + name + "\" is in volume \"" + kept.name + "\"");
            return kept;
        });
    }

    private Volume free() {
        var kept = connection.volume(name + ".removed");
        for (var i = 2; kept.isThere(); i++) {
            kept = connection.volume(name + ".removed" + i);
        }
        return kept;
    }

    private Act act(String verb) {
        return new Act(verb, "volume", name);
    }

    // While a plan is made, what is asked of the engine is asked of the imagined one.
    private Docker docker() {
        return connection.reached();
    }

    @Override
    public String toString() {
        return "volume(\"" + name + "\")";
    }
}
