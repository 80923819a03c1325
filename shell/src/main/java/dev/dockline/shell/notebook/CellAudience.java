package dev.dockline.shell.notebook;

import dev.dockline.shell.eval.Output;
import dev.dockline.shell.eval.Piece;
import dev.dockline.shell.narrate.Audience;
import dev.dockline.shell.narrate.Complaint;
import dev.dockline.shell.narrate.Rendering;
import dev.dockline.state.Delta;
import dev.dockline.view.Style;
import dev.dockline.view.Tables;
import java.util.List;

/** Gives a cell's outputs what the narrator tells, behind all that was printed before. */
public final class CellAudience implements Audience {
    private final Output output;
    private volatile CellOutputs outputs;

    /** Takes where the cells print. */
    public CellAudience(Output output) {
        this.output = output;
    }

    void tell(CellOutputs next) {
        outputs = next;
    }

    @Override
    public void changed(Piece piece, List<Delta> deltas) {
        output.drain();
        for (var delta : deltas) {
            Tables.changes(delta).forEach(table -> outputs.display(Rendering.of(table, Style.PLAIN)));
        }
    }

    @Override
    public void shown(Rendering result) {
        output.drain();
        outputs.result(result);
    }

    void progress(String id, String text) {
        outputs.progress(id, text);
    }

    @Override
    public void failed(Complaint complaint) {
        output.drain();
        outputs.error(complaint);
    }
}
