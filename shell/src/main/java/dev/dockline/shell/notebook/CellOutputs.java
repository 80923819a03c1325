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

    /** Takes how far a long task has come; what has the same id takes the place of what was there. */
    default void progress(String id, String text) {
        // It is over when a reader comes.
    }

    /** Takes why it failed. */
    void error(Complaint complaint);
}
