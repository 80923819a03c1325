package dev.dockline.shell.notebook;

import dev.dockline.shell.eval.Output;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Gives a cell's outputs what is printed while it runs; a character may come in parts. */
final class CellSink implements Output.Sink {
    private final CellOutputs outputs;
    private final Decoding out;
    private final Decoding err;

    CellSink(CellOutputs outputs, Charset charset) {
        this.outputs = outputs;
        this.out = new Decoding(charset);
        this.err = new Decoding(charset);
    }

    @Override
    public void out(byte[] bytes) {
        pass("stdout", out.text(bytes));
    }

    @Override
    public void err(byte[] bytes) {
        pass("stderr", err.text(bytes));
    }

    private void pass(String stream, String text) {
        if (!text.isEmpty()) {
            outputs.stream(stream, text);
        }
    }

    @Override
    public void flush() {
        // What is given is given at once.
    }

    private static final class Decoding {
        private static final int MOST_BYTES_KEPT = 8;

        private final CharsetDecoder decoder;
        private ByteBuffer kept = ByteBuffer.allocate(0);

        Decoding(Charset charset) {
            decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
        }

        String text(byte[] more) {
            var bytes = ByteBuffer.allocate(kept.remaining() + more.length)
                    .put(kept)
                    .put(more)
                    .flip();
            var text = CharBuffer.allocate(bytes.remaining() * 2 + MOST_BYTES_KEPT);
            decoder.decode(bytes, text, false);
            kept = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
            return text.flip().toString();
        }
    }
}
