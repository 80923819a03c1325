package dev.dockline.embedded.fs;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The few devices under {@code /dev} that programs use. */
final class Devices {
    static final List<String> NAMES = List.of("null", "zero", "random", "urandom", "full", "tty");

    private Devices() {}

    static InputStream input(String path) {
        return switch (path) {
            case "/dev/zero", "/dev/full" -> endless(false);
            case "/dev/random", "/dev/urandom" -> endless(true);
            default -> InputStream.nullInputStream();
        };
    }

    static OutputStream output() {
        return OutputStream.nullOutputStream();
    }

    private static InputStream endless(boolean random) {
        return new InputStream() {
            @Override
            public int read() {
                return random ? ThreadLocalRandom.current().nextInt(256) : 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                for (var i = offset; i < offset + length; i++) bytes[i] = (byte) read();
                return length;
            }
        };
    }
}
