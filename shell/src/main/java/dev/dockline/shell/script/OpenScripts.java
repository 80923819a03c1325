package dev.dockline.shell.script;

import dev.dockline.shell.eval.Piece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** The scripts that are being read, each opened by the one before it, and none by itself. */
final class OpenScripts {
    private final Deque<Path> open = new ArrayDeque<>();

    /** Does something with a script, which is open meanwhile. */
    <T> T during(Script script, Supplier<T> work) {
        open.push(script.place());
        try {
            return work.get();
        } finally {
            open.pop();
        }
    }

    /** The script that a line of another opens; the exception's message is a sentence for the user. */
    Script opened(Script by, Piece line) throws IOException {
        var other = by.opened(line);
        if (open.contains(other.place())) {
            throw new IOException("it is open already: a script cannot open itself, or one that opens it");
        }
        return other;
    }
}
