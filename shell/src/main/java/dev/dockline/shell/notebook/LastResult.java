package dev.dockline.shell.notebook;

import dev.dockline.shell.narrate.Complaint;
import dev.dockline.shell.narrate.Rendering;

/** Passes outputs on, and of all that expressions gave only the last, if nothing follows it, as the cell's result. */
final class LastResult implements CellOutputs {
    private final CellOutputs outputs;
    private Rendering pending = null;

    LastResult(CellOutputs outputs) {
        this.outputs = outputs;
    }

    @Override
    public synchronized void stream(String name, String text) {
        passPending();
        outputs.stream(name, text);
    }

    @Override
    public synchronized void display(Rendering shown) {
        passPending();
        outputs.display(shown);
    }

    @Override
    public synchronized void result(Rendering result) {
        passPending();
        pending = result;
    }

    @Override
    public synchronized void progress(String id, String text) {
        outputs.progress(id, text);
    }

    @Override
    public synchronized void error(Complaint complaint) {
        passPending();
        outputs.error(complaint);
    }

    /** The cell is over. */
    synchronized void end() {
        if (pending != null) {
            outputs.result(pending);
            pending = null;
        }
    }

    private void passPending() {
        if (pending != null) {
            outputs.display(pending);
            pending = null;
        }
    }
}
