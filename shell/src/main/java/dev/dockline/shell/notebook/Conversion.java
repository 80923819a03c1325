package dev.dockline.shell.notebook;

import dev.dockline.shell.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a script of a notebook, and a notebook of a script. */
public final class Conversion {
    private Conversion() {}

    /** Writes the one into the other, which must not be there yet; the exception's message is a sentence for the user. */
    public static void convert(String from, String to) throws IOException {
        if (Files.exists(Path.of(to))) {
            throw new IOException("The file " + to + " is there already.");
        } else if (from.endsWith(".ipynb") == to.endsWith(".ipynb")) {
            throw new IOException("One of the two files is to be a notebook, .ipynb, and the other a script.");
        }
        NotebookRunner.write(
                Path.of(to),
                from.endsWith(".ipynb")
                        ? Percent.script(Notebook.read(from))
                        : Percent.notebook(Script.readText(from)));
    }
}
