package dev.dockline.embedded.runtime;

import dev.dockline.embedded.io.Pipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a container writes: kept as lines for its logs, and passed on to whoever is attached. The newest
 * {@value #KEPT} bytes are kept.
 */
public final class Output {
    private static final int KEPT = 16 * 1024 * 1024;
    private static final int LONGEST_LINE = 16 * 1024;

    private final Clock clock;
    private final LogFile file;
    private final Deque<LogEntry> log = new ArrayDeque<>();
    private final ByteArrayOutputStream[] partial = {null, new ByteArrayOutputStream(), new ByteArrayOutputStream()};
    private final List<Attachment> attachments = new CopyOnWriteArrayList<>();
    private long dropped;
    private long bytes;
    private boolean live;

    /** What was written in earlier sessions is there again, if it is kept in a file; null keeps nothing. */
    Output(Clock clock, Path file) {
        this.clock = clock;
        this.file = file == null ? null : new LogFile(file);
        if (file != null) this.file.read().forEach(this::keep);
    }

    /** A pipe that gets what the container writes from now on. */
    private record Attachment(Pipe pipe, boolean out, boolean err, boolean framed) {
        boolean wants(int stream) {
            return stream == 1 ? out : err;
        }

        void write(int stream, byte[] chunk, int offset, int length) throws IOException {
            pipe.out().write(framed ? Frames.frame(stream, chunk, offset, length) : slice(chunk, offset, length));
        }

        private static byte[] slice(byte[] chunk, int offset, int length) {
            return java.util.Arrays.copyOfRange(chunk, offset, offset + length);
        }
    }

    /** The stream a program writes to; 1 for standard output, 2 for standard error. */
    OutputStream stream(int number) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] chunk, int offset, int length) throws IOException {
                record(number, chunk, offset, length);
                deliver(number, chunk, offset, length);
            }
        };
    }

    private synchronized void record(int stream, byte[] chunk, int offset, int length) {
        var line = partial[stream];
        for (var i = offset; i < offset + length; i++) {
            line.write(chunk[i]);
            if (chunk[i] == '\n' || line.size() == LONGEST_LINE) flush(stream);
        }
    }

    private void flush(int stream) {
        var line = partial[stream];
        if (line.size() == 0) return;
        var entry = new LogEntry(clock.instant(), stream, line.toByteArray());
        line.reset();
        if (file != null) file.write(entry);
        keep(entry);
        notifyAll();
    }

    private void keep(LogEntry entry) {
        log.addLast(entry);
        bytes += entry.line().length;
        while (bytes > KEPT) {
            bytes -= log.removeFirst().line().length;
            dropped++;
        }
    }

    private void deliver(int stream, byte[] chunk, int offset, int length) throws IOException {
        for (var attachment : attachments) {
            if (!attachment.wants(stream)) continue;
            try {
                attachment.write(stream, chunk, offset, length);
            } catch (java.io.InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                // Whoever was attached has hung up; the program does not notice.
                attachments.remove(attachment);
            }
        }
    }

    synchronized void begin() {
        live = true;
    }

    /** The program has ended: what is left of its last lines is kept, and the attached read the end. */
    void end() {
        synchronized (this) {
            flush(1);
            flush(2);
            live = false;
            if (file != null) file.close();
            notifyAll();
        }
        for (var attachment : attachments) attachment.pipe.end();
        attachments.clear();
    }

    /** Passes on what is written from now on, until the pipe's reader hangs up or the program ends. */
    public void attach(Pipe pipe, boolean out, boolean err, boolean framed) {
        attachments.add(new Attachment(pipe, out, err, framed));
    }

    public void detach(Pipe pipe) {
        attachments.removeIf(attachment -> attachment.pipe == pipe);
    }

    int attached() {
        return attachments.size();
    }

    /** All lines that are kept. */
    public synchronized List<LogEntry> lines() {
        return new ArrayList<>(log);
    }

    /** How many lines there have been, the dropped ones too. */
    public synchronized long count() {
        return dropped + log.size();
    }

    /** The lines after the first so many; waits for one while the program runs, and is empty once it has ended. */
    public synchronized List<LogEntry> await(long after) throws InterruptedException {
        while (live && dropped + log.size() <= after) wait();
        var skip = Math.max(0, after - dropped);
        return log.stream().skip(skip).toList();
    }
}
