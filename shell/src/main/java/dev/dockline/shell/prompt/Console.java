package dev.dockline.shell.prompt;

import static org.jline.reader.Parser.ParseContext.COMPLETE;

import dev.dockline.Docker;
import dev.dockline.engine.Keys;
import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Output;
import dev.dockline.shell.narrate.Looks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Signals;

/** The terminal and the line reader on it. */
public final class Console {
    private final Terminal terminal;
    private final SnippetReader reader;
    private final JavaCompleter completer;
    private final boolean ascii;

    private Console(Terminal terminal, SnippetReader reader, JavaCompleter completer, boolean ascii) {
        this.terminal = terminal;
        this.reader = reader;
        this.completer = completer;
        this.ascii = ascii;
    }

    /** Opens the process's terminal; lines are kept in the history file, if there is one; the notice tells if not. */
    public static Console open(Evaluator evaluator, Looks looks, Path history, Consumer<String> notice)
            throws IOException {
        var terminal = SystemTerminal.open(looks.charset());
        var methods = new Methods(evaluator);
        var completer = JavaCompleter.of(evaluator, methods);
        var reader = new SnippetReader(terminal, new Documentation(methods), completer::offersNumbers);
        reader.setParser(new SnippetParser(evaluator, terminal, reader::printAbove, reader::waited));
        reader.setCompleter(completer);
        var style = looks.style(terminal.getWidth());
        if (style.colour()) {
            reader.setHighlighter(new SnippetHighlighter());
        }
        if (history != null) {
            reader.setVariable(LineReader.HISTORY_FILE, history);
            var lines = new SnippetHistory(history, notice);
            reader.setHistory(lines);
            lines.attach(reader);
        }
        var console = new Console(terminal, reader, completer, style.ascii());
        var reading = Thread.currentThread();
        console.onInterrupt(() -> {
            // Between two evaluations it is for the one that comes.
            if (!evaluator.interrupt()) {
                reading.interrupt();
            }
        });
        return console;
    }

    /** JLine tells of a Ctrl-C on a terminal that it can drive; on a dumb one only the JDK does. */
    private void onInterrupt(Runnable interrupt) {
        terminal.handle(Signal.INT, signal -> interrupt.run());
        if (isDumb()) {
            Signals.register("INT", () -> {
                if (reader.isReading()) {
                    terminal.raise(Signal.INT);
                } else {
                    interrupt.run();
                }
            });
        }
    }

    /**
     * Reads a snippet.
     *
     * @throws UserInterruptException at Ctrl-C
     * @throws org.jline.reader.EndOfFileException at Ctrl-D
     */
    String read() {
        Thread.interrupted();
        var text = reader.readLine(EngineMark.prompt(ascii));
        // JLine looks for it where it waits for keys alone, and the last key has come.
        if (Thread.interrupted()) {
            throw new UserInterruptException(text);
        }
        return text;
    }

    /** Completes something once, so that the first Tab need not wait for what is read then: sources, and classes. */
    public void warm() {
        var line = "container(\"\").s";
        completer.complete(reader, reader.getParser().parse(line, line.length(), COMPLETE), new ArrayList<>());
    }

    /** The latest lines that were typed, each with its number. */
    String history(int count) {
        var history = reader.getHistory();
        var text = new StringBuilder();
        history.iterator(Math.max(history.first(), history.last() + 1 - count))
                .forEachRemaining(entry -> text.append(
                        "%5d  %s%n".formatted(entry.index() + 1, entry.line().replace("\n", "\n       "))));
        return text.toString();
    }

    /** Keeps a text as if it had been typed. */
    void remember(String text) {
        reader.getHistory().add(text);
    }

    /** Shows at the prompt from now on whether this engine is there. */
    public void mark(Docker docker) {
        docker.mirror().onConnection(this::showMark);
        showMark();
    }

    /** Shows whether the current engine is there. */
    public void showMark() {
        reader.showPrompt(EngineMark.prompt(ascii));
    }

    /** The columns there are; 80 where the terminal does not know. */
    public int width() {
        return terminal.getWidth() > 0 ? terminal.getWidth() : 80;
    }

    /** The lines that fit the screen; 0 where that is not known. */
    public int height() {
        return terminal.getHeight();
    }

    /** Gives the keys to a program in a container, where the terminal can be told to send each as it is typed. */
    public Optional<Keys> takeKeys() {
        return isDumb() ? Optional.empty() : Optional.of(new RawKeys(terminal));
    }

    private boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    /** Writes to the terminal, above the line being edited if there is one. */
    public Output.Sink sink() {
        return new TerminalSink(terminal, reader);
    }

    /** Gives the terminal back as it was. */
    public void close() throws IOException {
        terminal.close();
    }
}
