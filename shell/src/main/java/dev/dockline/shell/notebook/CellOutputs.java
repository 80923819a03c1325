package dev.dockline.shell.notebook;

import dev.dockline.shell.narrate.Complaint;
import dev.dockline.shell.narrate.Rendering;

/** Takes what a cell puts out, in order. */
public interface CellOutputs {
    /** Takes what was printed to {@code stdout} or {@code stderr}. */
    void stream(String name, String text);

    /** Takes what is shown on the way. */
    void display(Rendering shown);

    /** Takes what the cell gave in the end. */
    void result(Rendering result);

    /** Takes why it failed. */
    void error(Complaint complaint);
}
