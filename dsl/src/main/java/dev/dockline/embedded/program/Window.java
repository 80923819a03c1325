package dev.dockline.embedded.program;

import java.util.ArrayList;
import java.util.List;

/**
 * The terminal of programs, as they know it: how large it is, and who is told when Ctrl-C is typed. The first program
 * on it is the one that a client talks to; those that it runs come and go.
 */
public final class Window {
    private final List<Process> programs = new ArrayList<>();
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

    synchronized void enter(Process program) {
        programs.add(program);
    }

    /** Once this has returned, nobody interrupts the program any more. */
    synchronized void leave(Process program) {
        programs.remove(program);
    }

    /** Interrupts what the first program runs; false where it runs nothing. */
    public synchronized boolean interruptOthers() {
        if (programs.size() < 2) return false;
        programs.subList(1, programs.size()).forEach(Process::interrupt);
        return true;
    }

    /** Interrupts the first program, unless it waits for a line and minds Ctrl-C itself; whether it did so. */
    public synchronized boolean interruptFirst(boolean waiting) {
        if (programs.isEmpty() || waiting && programs.get(0).minds()) return false;
        programs.get(0).interrupt();
        return true;
    }
}
