package dev.dockline.shell.narrate;

import dev.dockline.shell.eval.Piece;
import dev.dockline.state.Delta;
import java.util.List;

/** Who is told what became of snippets. What snippets print themselves does not come this way. */
public interface Audience {
    /** What a snippet changed, on each engine where it changed something. */
    void changed(Piece piece, List<Delta> deltas);

    /** What an expression gave, or what is shown in the place of a delta. */
    void shown(Rendering result);

    /** Why a snippet failed. */
    void failed(Complaint complaint);
}
