package dev.dockline.engine;

import java.io.InputStream;

/** The keys of a terminal, given to a program until this is closed: each goes as it is typed, Ctrl-C too. */
public interface Keys extends AutoCloseable {
    /** What is typed; it ends when this is closed. */
    InputStream in();

    /** The rows that the terminal has now. */
    int rows();

    /** The columns that the terminal has now. */
    int columns();

    /** Has it told when rows or columns have changed. */
    void onResize(Runnable changed);

    /** Gives the keys back to whoever had them. */
    @Override
    void close();
}
