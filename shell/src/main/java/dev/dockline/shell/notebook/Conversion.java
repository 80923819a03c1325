package dev.dockline.shell.notebook;

import dev.dockline.compose.ComposeFile;
import dev.dockline.shell.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Makes a script of a notebook or of a Compose file, and a notebook of a script. */
public final class Conversion {
    private Conversion() {}

    /** Writes the one into the other, which must not be there yet; the exception's message is a sentence for the user. */
    public static void convert(String from, String to) throws IOException {
        if (Files.exists(Path.of(to))) {
            throw new IOException("The file " + to + " is there already.");
        } else if (from.matches(".*\\.ya?ml") && to.endsWith(".jsh")) {
            NotebookRunner.write(Path.of(to), composed(Path.of(from)));
            return;
        } else if (from.endsWith(".ipynb") == to.endsWith(".ipynb")) {
            throw new IOException("One of the two files is to be a notebook, .ipynb, and the other a script;"
                    + " or a Compose file, .yaml, and a script, .jsh.");
        }
        NotebookRunner.write(
                Path.of(to),
                from.endsWith(".ipynb")
                        ? Percent.script(Notebook.read(from))
                        : Percent.notebook(Script.readText(from)));
    }

    private static String composed(Path file) throws IOException {
        try {
            return ComposeFile.read(file).toString();
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file + ".", e);
        }
    }
}
