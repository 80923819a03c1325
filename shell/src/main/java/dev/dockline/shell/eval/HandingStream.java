package dev.dockline.shell.eval;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** A print stream that passes each call's text on whole, and takes none of the locks that a print stream has. */
final class HandingStream extends PrintStream {
    private final Consumer<byte[]> target;
    private final Charset charset;

    HandingStream(Consumer<byte[]> target, Charset charset) {
        super(OutputStream.nullOutputStream(), false, charset);
        this.target = target;
        this.charset = charset;
    }

    private void hand(String text) {
        target.accept(text.getBytes(charset));
    }

    @Override
    public void write(int b) {
        target.accept(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        target.accept(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @Override
    public void write(byte[] bytes) {
        target.accept(bytes.clone());
    }

    @Override
    public void writeBytes(byte[] bytes) {
        target.accept(bytes.clone());
    }

    @Override
    public void flush() {
        // The writer thread does so whenever nothing more waits.
    }

    @Override
    public void close() {
        // The process's output is not a snippet's to close.
    }

    @Override
    public boolean checkError() {
        return false;
    }

    @Override
    public void print(boolean b) {
        hand(String.valueOf(b));
    }

    @Override
    public void print(char c) {
        hand(String.valueOf(c));
    }

    @Override
    public void print(int i) {
        hand(String.valueOf(i));
    }

    @Override
    public void print(long l) {
        hand(String.valueOf(l));
    }

    @Override
    public void print(float f) {
        hand(String.valueOf(f));
    }

    @Override
    public void print(double d) {
        hand(String.valueOf(d));
    }

    @Override
    public void print(char[] text) {
        hand(String.valueOf(text));
    }

    @Override
    public void print(String text) {
        hand(String.valueOf(text));
    }

    @Override
    public void print(Object object) {
        hand(String.valueOf(object));
    }

    @Override
    public void println() {
        hand(System.lineSeparator());
    }

    @Override
    public void println(boolean b) {
        println(String.valueOf(b));
    }

    @Override
    public void println(char c) {
        println(String.valueOf(c));
    }

    @Override
    public void println(int i) {
        println(String.valueOf(i));
    }

    @Override
    public void println(long l) {
        println(String.valueOf(l));
    }

    @Override
    public void println(float f) {
        println(String.valueOf(f));
    }

    @Override
    public void println(double d) {
        println(String.valueOf(d));
    }

    @Override
    public void println(char[] text) {
        println(String.valueOf(text));
    }

    @Override
    public void println(String text) {
        hand(text + System.lineSeparator());
    }

    @Override
    public void println(Object object) {
        println(String.valueOf(object));
    }

    @Override
    public PrintStream format(String format, Object... arguments) {
        hand(String.format(format, arguments));
        return this;
    }

    @Override
    public PrintStream format(Locale locale, String format, Object... arguments) {
        hand(String.format(locale, format, arguments));
        return this;
    }
}
