package dev.dockline.transfer;

import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Terminal;
import dev.dockline.error.RestoreFailed;
import dev.dockline.state.VolumeState;
import java.io.IOException;
import java.util.List;

/** Copies what is in one volume into another, on the same engine or from one to the other, with no file between. */
public final class Clone {
    private final Terminal terminal;
    private final Act act;

    /** Clones on behalf of one verb, whose progress is shown. */
    public Clone(Terminal terminal, Act act) {
        this.terminal = terminal;
        this.act = act;
    }

    /**
     * Copies all, and returns how many entries.
     *
     * @param image an image of the source's engine that may have tar in it, empty for none
     * @throws RestoreFailed if either engine gives way
     */
    public int copy(Engine from, VolumeState source, String image, Engine to, String target)
            throws InterruptedException {
        try (var reader = Carrier.of(from, List.of(Carrier.mount(source.name())));
                var writer = Carrier.of(to, List.of(Carrier.mount(target)));
                var stream = new VolumeStream(from, act).of(reader.holder(image), Carrier.mount(source.name()));
                var gauge = new Gauge(terminal, "copying", act, 0)) {
            var passing = gauge.over(stream);
            return writer.fill(Carrier.mount(target), (root, entries) -> Backup.copy(passing, root, entries));
        } catch (IOException e) {
            throw new RestoreFailed(
                    act.what(),
                    "the copy broke off: " + e.getMessage(),
                    "the same line again: the source is as it was",
                    e);
        }
    }
}
