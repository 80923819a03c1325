package dev.dockline.embedded.runtime;

import dev.dockline.embedded.io.Threads;
import dev.dockline.embedded.program.Streams;
import dev.dockline.embedded.program.Window;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a terminal does between a client and a program, as the kernel's line discipline does it: keys are echoed, a line
 * may be edited until it is complete, and each line of output ends with a carriage return too.
 */
final class Terminal {
    private static final int INTERRUPT = 'C' & 31;
    private static final int END = 'D' & 31;
    private static final int BACKSPACE = 'H' & 31;
    private static final int KILL_LINE = 'U' & 31;
    private static final int ERASE_WORD = 'W' & 31;
    private static final int DELETE = 127;

    private final InputStream keys;
    private final OutputStream screen;
    private final Window window;
    private final TypedLines lines = new TypedLines();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private Terminal(InputStream keys, OutputStream screen, Window window) {
        this.keys = keys;
        this.screen = screen;
        this.window = window;
    }

    static Streams of(Streams raw, Window window) {
        var out = new Cooked(raw.out());
        var terminal = new Terminal(raw.in(), out, window);
        Threads.start("dockline-terminal", terminal::type);
        return new Streams(terminal.lines, out, new Cooked(raw.err()));
    }

    private void type() {
        try {
            for (int key = keys.read(); key >= 0; key = keys.read()) typed(key);
        } catch (IOException gone) {
            // The client has hung up, or the program has ended: nothing more is typed.
        }
        lines.hangUp();
    }

    private void typed(int key) throws IOException {
        switch (key) {
            case '\r', '\n' -> {
                echo("\n");
                line.write('\n');
                enter();
            }
            case END -> enter();
            case INTERRUPT -> interrupted();
            case BACKSPACE, DELETE -> erase(1);
            case KILL_LINE -> erase(Integer.MAX_VALUE);
            case ERASE_WORD -> erase(lastWord());
            default -> {
                line.write(key);
                screen.write(key < ' ' && key != '\t' ? new byte[] {'^', (byte) (key + 64)} : new byte[] {(byte) key});
            }
        }
    }

    private void enter() {
        lines.add(line.toByteArray());
        line.reset();
    }

    // A shell that waits for a line gets an empty one.
    private void interrupted() throws IOException {
        echo("^C\n");
        line.reset();
        if (window.interruptOthers() || window.interruptFirst(lines.isAwaited())) return;
        if (lines.isAwaited()) {
            line.write('\n');
            enter();
        }
    }

    private int lastWord() {
        return text().replaceFirst("(?s)^.*?(\\S*\\s*)$", "$1").length();
    }

    private void erase(int characters) throws IOException {
        String text = text();
        int left = Math.max(0, text.length() - characters);
        echo("\b \b".repeat(text.length() - left));
        line.reset();
        line.write(text.substring(0, left).getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return line.toString(StandardCharsets.UTF_8);
    }

    private void echo(String text) throws IOException {
        screen.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Cooked extends FilterOutputStream {
        Cooked(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var cooked = new ByteArrayOutputStream(length + 16);
            for (var i = offset; i < offset + length; i++) {
                if (bytes[i] == '\n') cooked.write('\r');
                cooked.write(bytes[i]);
            }
            out.write(cooked.toByteArray());
        }
    }
}
