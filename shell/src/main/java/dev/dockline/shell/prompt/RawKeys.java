package dev.dockline.shell.prompt;

import dev.dockline.engine.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.NonBlockingReader;

/** The keys of the terminal, neither echoed nor gathered to lines, none of them a signal. */
final class RawKeys implements Keys {
    private static final long A_MOMENT_MILLIS = 100;

    private final Terminal terminal;
    private final Attributes before;
    private SignalHandler resizing;
    private volatile boolean closed;

    RawKeys(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.getAttributes();
        var raw = new Attributes(before);
        raw.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN, LocalFlag.ISIG), false);
        raw.setInputFlags(EnumSet.of(InputFlag.IXON, InputFlag.ICRNL, InputFlag.INLCR), false);
        raw.setControlChar(ControlChar.VMIN, 1);
        raw.setControlChar(ControlChar.VTIME, 0);
        terminal.setAttributes(raw);
    }

    @Override
    public InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            // Asks again and again, so that a key typed after the program has ended is left for the prompt.
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int key = NonBlockingReader.READ_EXPIRED;
                while (key == NonBlockingReader.READ_EXPIRED && !closed) {
                    key = terminal.reader().read(A_MOMENT_MILLIS);
                }
                if (key < 0 || closed) {
                    return -1;
                }
                var text = new StringBuilder().append((char) key);
                while (terminal.reader().available() > 0 && text.length() < length / 4) {
                    text.append((char) terminal.reader().read());
                }
                var encoded = text.toString().getBytes(terminal.encoding());
                int count = Math.min(encoded.length, length);
                System.arraycopy(encoded, 0, bytes, offset, count);
                return count;
            }
        };
    }

    @Override
    public int rows() {
        return terminal.getHeight();
    }

    @Override
    public int columns() {
        return terminal.getWidth();
    }

    @Override
    public void onResize(Runnable changed) {
        resizing = terminal.handle(Signal.WINCH, signal -> changed.run());
    }

    @Override
    public void close() {
        closed = true;
        if (resizing != null) {
            terminal.handle(Signal.WINCH, resizing);
        }
        terminal.setAttributes(before);
    }
}
