package dev.dockline.shell.narrate;

import dev.dockline.shell.eval.Output;
import dev.dockline.shell.eval.Piece;
import dev.dockline.state.Delta;
import dev.dockline.view.Style;
import dev.dockline.view.Tables;
import java.util.List;
import java.util.function.Supplier;

/** Prints: changes and results on standard output, failures on standard error. */
public record Printed(Output output, Supplier<Style> style) implements Audience {
    @Override
    public void changed(Piece piece, List<Delta> deltas) {
        for (var delta : deltas) {
            Tables.changes(delta).forEach(table -> output.out().print(table.render(style.get())));
        }
    }

    @Override
    public void shown(Rendering result) {
        output.out().println(result.text().stripTrailing());
    }

    @Override
    public void failed(Complaint complaint) {
        output.err().println(complaint.text());
        output.err().print(complaint.trace());
    }
}
