package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.model.Signals;
import dev.dockline.embedded.program.Process;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a shell does at signals, each after the command that it comes in, and at its end. */
final class Traps {
    private static final int EXIT = 0;

    private final Map<Integer, String> scripts = new ConcurrentHashMap<>();
    private final Queue<Integer> come = new ConcurrentLinkedQueue<>();

    /** Has a script run at a signal from now on; an empty one ignores it, and {@code -} is as if there were none. */
    boolean set(Process process, String signal, String script) {
        var number = signal.equals("EXIT") || signal.equals("0")
                ? EXIT
                : Signals.find(signal).orElse(-1);
        if (number < 0) return false;
        if (script.equals("-")) scripts.remove(number);
        else scripts.put(number, script);
        if (number != EXIT) process.onSignal(number, script.equals("-") ? null : () -> come.add(number));
        return true;
    }

    /** The script for the next signal that has come; null where none has. */
    String next() {
        var number = come.poll();
        return number == null ? null : scripts.getOrDefault(number, "");
    }

    /** The script for the end, which is asked for once; empty where there is none. */
    String atExit() {
        var script = scripts.remove(EXIT);
        return script == null ? "" : script;
    }
}
