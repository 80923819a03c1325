package dev.dockline.shell.notebook;

import dev.dockline.shell.eval.Output;
import dev.dockline.shell.script.Script;
import dev.dockline.shell.script.ScriptRunner;
import java.nio.charset.Charset;
import java.util.OptionalInt;

/** Runs cells, each as a script of its own in one session. */
public final class Cells {
    private final ScriptRunner scripts;
    private final Output output;
    private final CellAudience audience;
    private final Charset charset;

    /** Takes what runs snippets, where they print in which charset, and the audience that their narrator tells. */
    public Cells(ScriptRunner scripts, Output output, CellAudience audience, Charset charset) {
        this.scripts = scripts;
        this.output = output;
        this.audience = audience;
        this.charset = charset;
    }

    /** Ends the cell that runs, if one does, wherever it is. */
    public void interrupt() {
        scripts.interrupt();
    }

    /** Forgets an interrupt that came when all was done. */
    public void ready() {
        scripts.ready();
    }

    /** Runs one, to its end or its first failure, whose exit code it returns. */
    public OptionalInt run(Script cell, CellOutputs outputs) {
        var passed = new LastResult(outputs);
        audience.tell(passed);
        output.redirect(new CellSink(passed, charset));
        var code = scripts.run(cell);
        output.drain();
        passed.end();
        return code;
    }
}
