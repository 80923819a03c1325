package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.embedded.EmbeddedEngine;
import dev.dockline.embedded.state.Seen;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.error.NotPlanned;
import dev.dockline.plan.Look;
import dev.dockline.state.ImageState;
import dev.dockline.state.Snapshot;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A plan in the making: what the planning thread asks of the engine is asked of one that is only imagined and began with
 * what the real one told, while nothing but reads passes to the real one.
 */
public final class Planning implements AutoCloseable {
    private static final ThreadLocal<Planning> HERE = new ThreadLocal<>();
    // A loop that waits for what only doing it can tell would never end.
    private static final int AGAIN_AND_AGAIN = 30;

    private static volatile Planning everywhere;

    private final Docker real;
    private final Thread planner;
    private final Seen seen;
    private final Snapshot snapshot;
    private final EmbeddedEngine engine;
    private final Instant began = Instant.now();
    private final Docker imagined;
    private final Changes changes;
    private final Set<String> carried = ConcurrentHashMap.newKeySet();
    private final List<Act> unknown = Collections.synchronizedList(new ArrayList<>());
    private final Map<Object, Runnable> undoing = Collections.synchronizedMap(new IdentityHashMap<>());

    private Planning(Docker real, Thread planner, Seen seen, Snapshot snapshot) {
        this.real = real;
        this.planner = planner;
        this.seen = seen;
        this.snapshot = snapshot;
        this.engine = EmbeddedEngine.imagining(seen);
        this.imagined = Docker.imagined(engine, this);
        imagined.terminal(real.terminal());
        changes = imagined.watch();
        imagined.link()
                .ownLinks(real.link().ownLinks() || !real.link().flavour().links());
    }

    /** Reads what the engine has, and shuts it to all but reads. */
    static Planning on(Docker real, Thread planner) {
        real.link().onlyReadsFor(planner);
        try {
            return new Planning(
                    real, planner, Look.at(real.link()), real.snapshots().all());
        } catch (RuntimeException e) {
            real.link().allFor(planner);
            throw e;
        }
    }

    /** Plans what all threads ask, until it is closed. */
    static Planning ofAll(Docker real, Thread planner) {
        var planning = on(real, planner);
        everywhere = planning;
        return planning;
    }

    /** Runs a block on this thread, for which the engine is the imagined one. */
    void run(Runnable block) {
        HERE.set(this);
        try {
            block.run();
        } finally {
            HERE.remove();
        }
    }

    /** What was asked for so far, as a plan; to apply it is to ask for it again. */
    public Plan plan() {
        return real.call("Cannot plan", () -> new Plan(real, null, this, null));
    }

    /** The plan that this thread makes, null if none. */
    static Planning here() {
        var own = HERE.get();
        return own == null ? everywhere : own;
    }

    /** Goes on with this thread's plan in another one's work. */
    static void here(Planning planning) {
        if (planning == null) {
            HERE.remove();
        } else {
            HERE.set(planning);
        }
    }

    /** What stands for a connection while this plan is made. */
    Docker inPlaceOf(Docker docker) {
        if (docker == real || docker == imagined) {
            return imagined;
        }
        throw new NotPlanned("Cannot use a second engine");
    }

    Docker imagined() {
        return imagined;
    }

    Changes changes() {
        return changes;
    }

    /** All there was on the real engine at the beginning. */
    Snapshot seen() {
        return snapshot;
    }

    /** What the real engine told of a container. */
    JsonNode inspected(String id) {
        return seen.containers().stream()
                .filter(json -> json.path("Id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The names of images that the engine did not have and would now. */
    List<String> imagesToBring() {
        var names = new ArrayList<String>();
        imagined.link()
                .read("/images/json")
                .forEach(image -> names.addAll(ImageState.of(image).tags()));
        seen.images().forEach(image -> names.removeAll(ImageState.of(image).tags()));
        return names;
    }

    /** Notes that the data of a volume lives on in another. */
    void carried(String volume) {
        carried.add(volume);
    }

    boolean isCarried(String volume) {
        return carried.contains(volume);
    }

    /** Whether a container was started here and may have ended since; that it has is then noted as unknown. */
    boolean mayHaveEnded(String id) {
        var json = imagined.link().read("/containers/" + Engine.part(id) + "/json");
        boolean started = json.at("/State/Running").asBoolean()
                && OffsetDateTime.parse(json.at("/State/StartedAt").asText())
                        .toInstant()
                        .isAfter(began);
        if (started) {
            unknown(new Act(
                    "await the end of", "container", json.path("Name").asText().substring(1)));
        }
        return started;
    }

    /** Notes what only doing it could tell. */
    void unknown(Act act) {
        unknown.add(act);
        if (Collections.frequency(unknown, act) == AGAIN_AND_AGAIN) {
            throw NotPlanned.askedAgain(act.what());
        }
    }

    List<Act> unknown() {
        return List.copyOf(unknown);
    }

    /** Keeps how a handle was, for when the plan is made. */
    void remember(Object handle, Runnable undo) {
        undoing.putIfAbsent(handle, undo);
    }

    @Override
    public void close() {
        if (everywhere == this) {
            everywhere = null;
        }
        undoing.values().forEach(Runnable::run);
        real.link().allFor(planner);
        imagined.close();
        engine.close();
    }
}
