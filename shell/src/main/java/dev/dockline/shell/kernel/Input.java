package dev.dockline.shell.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Standard input of the cells: each line is asked of the user, in the page where the cell stands. */
final class Input extends InputStream {
    private static final long LOOK_MILLIS = 50;

    private final Sockets sockets;
    private final BlockingQueue<Question> asked = new LinkedBlockingQueue<>();
    private volatile Message cell;
    private byte[] line = {};
    private int at;

    // Each with an answer of its own: one that comes late, when its cell was interrupted, is no other's.
    private record Question(Message cell, BlockingQueue<String> answer) {}

    Input(Sockets sockets) {
        this.sockets = sockets;
    }

    /** From now on the sender of this request is asked. */
    void ask(Message request) {
        cell = request;
        line = new byte[0];
        at = 0;
    }

    /** Carries questions and answers, for ever; only this thread uses the socket. */
    void carry() {
        try {
            while (true) {
                var question = asked.take();
                send(question);
                while (question.answer().isEmpty() && asked.isEmpty()) {
                    receive(question);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Question question) {
        while (sockets.comes(sockets.stdin(), 0)) {
            sockets.receive(sockets.stdin());
        }
        var content = Signed.JSON.createObjectNode().put("prompt", "").put("password", false);
        sockets.reply(sockets.stdin(), question.cell(), "input_request", content);
    }

    private void receive(Question question) {
        if (sockets.comes(sockets.stdin(), LOOK_MILLIS)) {
            sockets.receive(sockets.stdin())
                    .filter(message -> message.type().equals("input_reply"))
                    .ifPresent(message -> question.answer()
                            .add(message.content().path("value").asText() + "\n"));
        }
    }

    @Override
    public synchronized int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    // Not more than a line at once: who reads one line must not have to give a second.
    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == line.length) {
            line = next().getBytes(Charset.defaultCharset());
            at = 0;
        }
        var count = Math.min(length, line.length - at);
        System.arraycopy(line, at, bytes, offset, count);
        at += count;
        return count;
    }

    private String next() throws IOException {
        var asking = cell;
        if (asking == null || !asking.content().path("allow_stdin").asBoolean()) {
            throw new IOException("Nobody can be asked for input: what runs this cell takes none.");
        }
        var question = new Question(asking, new LinkedBlockingQueue<>());
        asked.add(question);
        try {
            return question.answer().take();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("Interrupted while waiting for input.");
        }
    }

    @Override
    public int available() {
        return line.length - at;
    }
}
