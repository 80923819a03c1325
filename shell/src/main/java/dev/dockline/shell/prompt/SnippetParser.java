package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Token;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.terminal.Terminal;

/** Decides on Enter whether the text is whole, and on Tab which word it is about. */
final class SnippetParser implements Parser {
    private static final long PASTE_GAP_NANOS = 30_000_000;
    private static final long DUMB_PASTE_GAP_NANOS = 150_000_000;

    private static final long TYPED_NANOS = 30_000_000;
    private static final long PASTE_END_NANOS = 500_000_000;

    private final Evaluator evaluator;
    private final Terminal terminal;
    private final Consumer<String> notice;
    private final LongSupplier waited;
    private final FileInputStream keyboard = new FileInputStream(FileDescriptor.in);
    private long pastedAt;
    private boolean asked = true;

    /**
     * Takes what judges, what is read from, what tells the user something above the line, and how many nanoseconds the
     * latest key was waited for.
     */
    SnippetParser(Evaluator evaluator, Terminal terminal, Consumer<String> notice, LongSupplier waited) {
        this.evaluator = evaluator;
        this.terminal = terminal;
        this.notice = notice;
        this.waited = waited;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !isWhole(line)) {
            // A paste brings its own blanks.
            var depth = asked ? Token.depth(line) : 0;
            throw new EOFError(-1, -1, "the text goes on", "", depth, null);
        }
        return Word.at(line, cursor);
    }

    private boolean isWhole(String text) {
        if (text.isBlank() || Command.is(text) && Command.of(text).orElse(null) != Command.TIME) {
            return true;
        }
        return !isPasteGoingOn() && !asks(text) && isComplete(Command.is(text) ? Command.rest(text) : text);
    }

    private boolean isComplete(String text) {
        var pieces = evaluator.split("prompt", text);
        return pieces.isEmpty() || pieces.get(pieces.size() - 1).complete();
    }

    /** A terminal without bracketed paste sends the lines one by one, so that each Enter could be within a chain. */
    private boolean isPasteGoingOn() {
        try {
            var goesOn = comes() && terminal.reader().peek(1) >= ' ';
            if (goesOn) {
                pastedAt = System.nanoTime();
                asked = false;
            }
            return goesOn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // JLine would wait for a tenth of a second, the shortest that a terminal itself can be asked to wait. On a dumb one
    // every paste comes this way, and the longer wait is worth it.
    private boolean comes() throws IOException {
        var end = System.nanoTime() + patience();
        do {
            if (terminal.reader().available() > 0 || keyboard.available() > 0) {
                return true;
            }
            LockSupport.parkNanos(1_000_000);
        } while (System.nanoTime() < end);
        return false;
    }

    // An Enter by hand comes late behind the last letter, and need not wait for more; on a busy machine so does a
    // pasted
    // one, but what is behind that is there.
    private long patience() {
        if (waited.getAsLong() > TYPED_NANOS) {
            return 0;
        }
        return terminal.getType().startsWith(Terminal.TYPE_DUMB) ? DUMB_PASTE_GAP_NANOS : PASTE_GAP_NANOS;
    }

    /** Whether the Enter is the last of such a paste: nobody has read it yet, so it waits for one more. */
    private boolean asks(String text) {
        var last = !asked && System.nanoTime() - pastedAt < PASTE_END_NANOS;
        asked = true;
        if (last) {
            notice.accept("Pasted " + text.lines().count() + " lines. Enter runs them, Ctrl-C drops them.");
        }
        return last;
    }
}
