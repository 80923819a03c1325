package dev.dockline.shell.notebook;

import dev.dockline.shell.eval.StandardSink;
import dev.dockline.shell.notebook.Rewriting.Ran;
import dev.dockline.shell.script.Script;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Runs the code cells of a notebook from top to bottom, tells of each, and stops at the first that fails. */
public final class NotebookRunner {
    private static final int SHOWN = 60;
    private static final int MOST_OF_A_CELL = 1_000_000;
    private static final int MOST_OF_A_NOTEBOOK = 10_000_000;

    private final Cells cells;
    private final StandardSink sink = new StandardSink();
    private final Charset charset;
    private final boolean quiet;

    /** Takes what runs cells, and the charset of standard output; a quiet one does not say which cell it is at. */
    public NotebookRunner(Cells cells, Charset charset, boolean quiet) {
        this.cells = cells;
        this.charset = charset;
        this.quiet = quiet;
    }

    /**
     * Runs a file, and returns the exit code of the cell that failed; if asked to, puts outputs into the file, beside
     * which it is written first. The exception's message is a sentence for the user.
     */
    public OptionalInt run(String file, boolean save) throws IOException {
        var notebook = Notebook.read(file);
        var ran = new HashMap<Integer, Ran>();
        var code = run(notebook, save ? ran : null);
        if (save) {
            write(Path.of(file), new Rewriting(notebook.text()).with(ran));
        }
        return code;
    }

    private OptionalInt run(Notebook notebook, Map<Integer, Ran> ran) {
        var folder = Path.of(notebook.name()).toAbsolutePath().getParent();
        var all = notebook.cells();
        var count = 0;
        var room = MOST_OF_A_NOTEBOOK;
        for (var index = 0; index < all.size(); index++) {
            var cell = all.get(index);
            if (!cell.isCode() || cell.source().isBlank()) {
                continue;
            }
            count++;
            head(count, cell);
            var recorded = new RecordedOutputs(count, Math.min(room, MOST_OF_A_CELL));
            var script = new Script(notebook.name() + ", cell " + (index + 1), cell.source(), folder);
            var code = cells.run(script, new PrintedOutputs(sink, charset, ran == null ? new Dropped() : recorded));
            if (ran != null) {
                ran.put(index, new Ran(count, recorded.all()));
                room -= recorded.kept();
            }
            if (code.isPresent()) {
                return code;
            }
        }
        return OptionalInt.empty();
    }

    private void head(int count, Cell cell) {
        if (!quiet) {
            var line = cell.source().strip().lines().findFirst().orElse("");
            var shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN - 3) + "...";
            sink.out(("[" + count + "] " + shown + "\n").getBytes(charset));
            sink.flush();
        }
    }

    static void write(Path file, String text) throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        // With the rights of any new file, which one made as temporary would not have.
        var beside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        try {
            Files.writeString(beside, text);
            if (Files.exists(target)) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
            }
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw new IOException("The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
