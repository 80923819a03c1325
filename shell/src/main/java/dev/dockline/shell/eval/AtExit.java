package dev.dockline.shell.eval;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What is to be done before the session or script ends, however it ends; the latest first. */
public final class AtExit {
    private static final ConcurrentLinkedDeque<Runnable> BLOCKS = new ConcurrentLinkedDeque<>();

    private AtExit() {}

    static void add(Runnable block) {
        BLOCKS.push(block);
    }

    /** Takes the next one out; empty after the last. */
    public static Optional<Runnable> next() {
        return Optional.ofNullable(BLOCKS.poll());
    }
}
