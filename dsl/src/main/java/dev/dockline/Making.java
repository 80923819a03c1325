package dev.dockline;

import dev.dockline.engine.Act;
import dev.dockline.engine.Creation;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.link.Links;
import dev.dockline.spec.ContainerSpec;
import java.util.concurrent.Callable;

/** Makes one container with all that it needs, and takes all of it back where something fails. */
final class Making {
    private final Engine engine;
    private final Creation creation;
    private final Act act;
    private Links links;
    private Creation.Made made;

    Making(Docker docker, Act act) {
        this.engine = docker.link();
        this.creation = new Creation(engine, docker.terminal(), act);
        this.act = act;
    }

    /** Makes the container and does not start it. */
    Creation.Made make(ContainerSpec spec) throws Exception {
        creation.require(spec);
        links = Links.of(engine, act, spec);
        var prepared = links.prepare();
        return orDiscard(() -> {
            made = creation.create(prepared);
            links.join(made.id());
            return made;
        });
    }

    /**
     * Uses what was made; if that fails or is cancelled, it goes, with its anonymous volumes: the corrected line must
     * find the name free.
     */
    <T> T orDiscard(Callable<T> use) throws Exception {
        boolean used = false;
        try {
            var result = use.call();
            used = true;
            return result;
        } finally {
            if (!used) {
                Handover.cleanUp(this::discard);
            }
        }
    }

    /** Removes what was made, if it was, with what the links needed. */
    void discard() {
        if (made != null) {
            creation.discard(made);
        }
        releaseLinks();
    }

    /** Removes what the links needed, once the container has gone. */
    void releaseLinks() {
        if (links != null) {
            links.discard();
        }
    }
}
