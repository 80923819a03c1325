package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Act;
import dev.dockline.engine.Declared;
import dev.dockline.engine.Engine;
import dev.dockline.error.DocklineException;
import dev.dockline.error.EngineMoved;
import dev.dockline.plan.Foreseen;
import dev.dockline.spec.Difference;
import dev.dockline.state.Delta;
import dev.dockline.state.Snapshot;
import dev.dockline.view.Ink;
import dev.dockline.view.Style;
import dev.dockline.view.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a block of verbs would change, found out without changing anything.
 *
 * <pre>{@code
 * docker.plan(() -> docker.container("web").image("training/webapp").up()).apply();
 * }</pre>
 *
 * @see Docker#plan
 */
public final class Plan {
    private final Docker docker;
    private final Runnable block;
    private final Snapshot seen;
    private final Delta delta;
    private final List<String> replaced;
    private final List<String> images;
    private final Map<String, Long> lost;
    private final List<Act> unknown;
    private final DocklineException failure;

    Plan(Docker docker, Runnable block, Planning planning, DocklineException failure) {
        this.docker = docker;
        this.block = block;
        this.failure = failure;
        this.unknown = planning.unknown();
        this.seen = planning.seen();
        var imagined = planning.changes().delta();
        var engine = planning.imagined().link();
        var inspects = new HashMap<String, JsonNode>();
        imagined.containers().stream()
                .filter(change -> change.after() != null)
                .forEach(change -> inspects.put(
                        change.after().id(), inspect(engine, change.after().id())));
        this.delta = Foreseen.delta(imagined, inspects);
        this.replaced = Foreseen.replaced(imagined).stream()
                .map(change -> told(
                        change.after().name(),
                        planning.inspected(change.before().id()),
                        inspects.get(change.after().id()),
                        engine))
                .toList();
        this.images = planning.imagesToBring();
        this.lost = docker.volumeSizes(imagined.volumes().stream()
                .filter(change -> change.after() == null)
                .map(change -> change.before().name())
                .filter(volume -> !planning.isCarried(volume))
                .toList());
    }

    static Plan of(Docker docker, Runnable block) {
        var planner = Thread.currentThread();
        try (var planning = docker.call("Cannot plan", () -> Planning.on(docker, planner))) {
            var failure = failure(planning, block);
            return docker.call("Cannot plan", () -> new Plan(docker, block, planning, failure));
        }
    }

    private static DocklineException failure(Planning planning, Runnable block) {
        try {
            planning.run(block);
            return null;
        } catch (DocklineException refused) {
            return refused;
        }
    }

    private static JsonNode inspect(Engine engine, String id) {
        return engine.read("/containers/" + id + "/json");
    }

    private static String told(String name, JsonNode before, JsonNode after, Engine engine) {
        var differences = Difference.between(Declared.of(engine, before), Declared.of(engine, after));
        return name + (differences.isEmpty() ? "" : " " + Difference.told(differences));
    }

    /** What would be new, changed and gone. */
    public Delta delta() {
        return delta;
    }

    /** The containers that would be replaced, each with what differs: {@code web with env("MODE", "2")}. */
    public List<String> replaced() {
        return replaced;
    }

    /** The images that would be brought first. */
    public List<String> images() {
        return images;
    }

    /** The volumes whose data would be lost, and its size in bytes, -1 where the engine does not tell. */
    public Map<String, Long> lost() {
        return lost;
    }

    /** The steps whose outcome only doing them can tell: {@code exec in container "web"}. */
    public List<String> unknown() {
        return unknown.stream()
                .map(act -> act.what().replaceFirst("^Cannot ", ""))
                .distinct()
                .toList();
    }

    /** Why the block would not come to its end, if it would not. */
    public Optional<DocklineException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether nothing would change and everything is known. */
    public boolean isEmpty() {
        return delta.isEmpty() && images.isEmpty() && unknown.isEmpty() && failure == null;
    }

    /** All of it, for a person to read. */
    public String render(Style style) {
        if (isEmpty()) {
            return "Nothing would change.\n";
        }
        var text = new StringBuilder();
        Tables.changes(delta).forEach(table -> text.append(table.render(style)));
        replaced.forEach(each -> line(text, "replaces", each));
        images.forEach(each -> line(text, "brings", "image " + each));
        unknown().forEach(each -> line(text, "unknown", each));
        lost.forEach((volume, size) -> line(text, "loses", Ink.GONE.on(data(volume, size), style)));
        if (failure != null) {
            line(text, "fails", failure.getMessage());
        }
        return text + "Nothing was done.\n";
    }

    private static void line(StringBuilder text, String mark, String what) {
        text.append(mark).append(": ").append(what).append('\n');
    }

    private static String data(String volume, long size) {
        return "the data of volume " + volume.replaceFirst("^([0-9a-f]{12})[0-9a-f]{52}$", "$1")
                + (size < 0 ? "" : ", " + Tables.size(size));
    }

    @Override
    public String toString() {
        return render(Style.PLAIN);
    }

    /**
     * Does it, if all is still as it was when the plan was made.
     *
     * @throws EngineMoved if not; nothing is then done
     * @throws DocklineException what the plan fails with, if it does; nothing is then done
     * @throws IllegalStateException if it is the plan of a whole script, which is applied by running it
     */
    public void apply() {
        if (block == null) {
            throw new IllegalStateException("this is the plan of a script; to apply it, run the script");
        }
        if (failure != null) {
            throw failure;
        }
        var now = docker.call("Cannot apply the plan", () -> docker.snapshots().all());
        var names = new LinkedHashSet<String>();
        for (var snapshot : List.of(seen, now)) {
            snapshot.containers().forEach(container -> names.add(container.id()));
            snapshot.volumes().forEach(volume -> names.add(volume.name()));
            snapshot.networks().forEach(network -> names.add(network.id()));
        }
        var moved = Delta.between(seen, now, names);
        if (!moved.isEmpty()) {
            throw new EngineMoved(moved(moved));
        }
        block.run();
    }

    private static String moved(Delta delta) {
        var all = new ArrayList<String>();
        delta.containers()
                .forEach(change ->
                        all.add(said("container", change.mark(), change.latest().name())));
        delta.volumes()
                .forEach(change ->
                        all.add(said("volume", change.mark(), change.latest().name())));
        delta.networks()
                .forEach(change ->
                        all.add(said("network", change.mark(), change.latest().name())));
        return String.join(", ", all);
    }

    private static String said(String kind, String mark, String name) {
        return kind + " \"" + name + "\" "
                + switch (mark) {
                    case "+" -> "was made";
                    case "-" -> "went away";
                    default -> "changed";
                };
    }
}
