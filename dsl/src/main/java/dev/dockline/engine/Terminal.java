package dev.dockline.engine;

import java.io.PrintStream;
import java.util.Optional;

/**
 * Where the output of commands and the progress of long work is shown; the shell brings one that draws in place.
 *
 * <p>Called on worker threads, from one at a time for each call.
 */
public interface Terminal {
    /** Takes what a command writes to its standard output. */
    PrintStream out();

    /** Takes what a command writes to its standard error, and notes to the user. */
    PrintStream err();

    /** Whether a person reads it as it comes. */
    default boolean isWatched() {
        return false;
    }

    /** Begins to show the progress of a long task, such as {@code pulling busybox:latest}. */
    Progress progress(String task);

    /** Takes the keys for a program; empty where there are none to take, as in a pipe. */
    default Optional<Keys> takeKeys() {
        return Optional.empty();
    }

    /** The progress of one task. */
    interface Progress extends AutoCloseable {
        /**
         * Tells how far the task has come.
         *
         * @param note what is being done, such as {@code Downloading}
         * @param done how much is done, in bytes
         * @param total how much there is, in bytes, 0 where that is not known
         */
        void update(String note, long done, long total);

        /** Ends the showing; the task is over, well or not. */
        @Override
        void close();
    }

    /** The process's own streams, with one line on standard error where a task begins and each time its note changes. */
    static Terminal plain() {
        return new PlainTerminal();
    }
}
