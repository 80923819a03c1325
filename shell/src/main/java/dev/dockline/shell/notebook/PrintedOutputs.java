package dev.dockline.shell.notebook;

import dev.dockline.shell.eval.Output;
import dev.dockline.shell.narrate.Complaint;
import dev.dockline.shell.narrate.Rendering;
import java.nio.charset.Charset;

/** Prints what a cell puts out, and gives it to others too. */
record PrintedOutputs(Output.Sink sink, Charset charset, CellOutputs others) implements CellOutputs {
    @Override
    public void stream(String name, String text) {
        if (name.equals("stderr")) {
            sink.err(text.getBytes(charset));
        } else {
            sink.out(text.getBytes(charset));
        }
        sink.flush();
        others.stream(name, text);
    }

    @Override
    public void display(Rendering shown) {
        print(shown);
        others.display(shown);
    }

    @Override
    public void result(Rendering result) {
        print(result);
        others.result(result);
    }

    private void print(Rendering rendering) {
        sink.out((rendering.text().stripTrailing() + "\n").getBytes(charset));
        sink.flush();
    }

    @Override
    public void error(Complaint complaint) {
        sink.err((complaint.text() + "\n" + complaint.trace()).getBytes(charset));
        others.error(complaint);
    }
}
