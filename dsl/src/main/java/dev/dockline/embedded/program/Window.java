package dev.dockline.embedded.program;

/** How large the terminal of a program is; whoever looks at it tells, and may tell again. */
public final class Window {
    private int rows;
    private int columns;

    public synchronized void resize(int newRows, int newColumns) {
        rows = newRows;
        columns = newColumns;
    }

    public synchronized int rows() {
        return rows;
    }

    public synchronized int columns() {
        return columns;
    }
}
