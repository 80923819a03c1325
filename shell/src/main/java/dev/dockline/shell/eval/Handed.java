package dev.dockline.shell.eval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Values on their way into variables of JShell's. */
public final class Handed {
    private static final Map<Integer, Object> VALUES = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Handed() {}

    static int over(Object value) {
        var number = NUMBERS.incrementAndGet();
        VALUES.put(number, value);
        return number;
    }

    /** The value of a number, once. */
    public static Object take(int number) {
        return VALUES.remove(number);
    }
}
