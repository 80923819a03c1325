package dev.dockline.shell.narrate;

import dev.dockline.shell.eval.Piece;
import dev.dockline.state.Delta;
import java.util.List;

/** Tells failures alone: what snippets show of an engine that is only imagined is no news. */
public record Planned(Audience audience) implements Audience {
    @Override
    public void changed(Piece piece, List<Delta> deltas) {
        // The plan tells it at the end.
    }

    @Override
    public void shown(Rendering result) {
        // What stands in for an answer that nobody knows is of no use.
    }

    @Override
    public void failed(Complaint complaint) {
        audience.failed(complaint);
    }
}
