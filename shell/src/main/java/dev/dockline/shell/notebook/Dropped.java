package dev.dockline.shell.notebook;

import dev.dockline.shell.narrate.Complaint;
import dev.dockline.shell.narrate.Rendering;

/** Keeps nothing. */
record Dropped() implements CellOutputs {
    @Override
    public void stream(String name, String text) {}

    @Override
    public void display(Rendering shown) {}

    @Override
    public void result(Rendering result) {}

    @Override
    public void error(Complaint complaint) {}
}
