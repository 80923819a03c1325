package dev.dockline.shell.prompt;

import dev.dockline.engine.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.concurrent.locks.ReentrantLock;
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
    private static final long A_MOMENT_MILLIS = 25;

    private final Terminal terminal;
    private final Attributes before;
    private SignalHandler resizing;
    private final ReentrantLock asking = new ReentrantLock(true);
    private boolean closed;

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

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                var encoded = typed(length / 4).getBytes(terminal.encoding());
                int count = Math.min(encoded.length, length);
                System.arraycopy(encoded, 0, bytes, offset, count);
                return count == 0 ? -1 : count;
            }
        };
    }

    // Asks again and again, and never while this is being closed: a key typed after that is the prompt's.
    private String typed(int most) throws IOException {
        var text = new StringBuilder();
        int key = NonBlockingReader.READ_EXPIRED;
        while (key == NonBlockingReader.READ_EXPIRED) {
            asking.lock();
            try {
                key = closed ? NonBlockingReader.EOF : terminal.reader().read(A_MOMENT_MILLIS);
                while (key >= 0
                        && text.append((char) key).length() < most
                        && terminal.reader().available() > 0) {
                    key = terminal.reader().read();
                }
            } finally {
                asking.unlock();
            }
        }
        return text.toString();
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
        asking.lock();
        closed = true;
        asking.unlock();
        if (resizing != null) {
            terminal.handle(Signal.WINCH, resizing);
        }
        terminal.setAttributes(before);
    }
}
