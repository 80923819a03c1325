package dev.dockline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Two ways of doing the same, taken in turns, and how their medians compare. */
final class Ratio {
    private final String name;
    private final Callable<?> ours;
    private final Callable<?> theirs;

    Ratio(String name, Callable<?> ours, Callable<?> theirs) {
        this.name = name;
        this.ours = ours;
        this.theirs = theirs;
    }

    /** Measures and prints one line; the first rounds warm up and do not count. */
    void print(int warmUp, int rounds, String target) throws Exception {
        var mine = new ArrayList<Long>();
        var other = new ArrayList<Long>();
        for (int i = 0; i < warmUp + rounds; i++) {
            long first = nanos(i % 2 == 0 ? ours : theirs);
            long second = nanos(i % 2 == 0 ? theirs : ours);
            if (i >= warmUp) {
                mine.add(i % 2 == 0 ? first : second);
                other.add(i % 2 == 0 ? second : first);
            }
        }
        double ratio = (double) median(mine) / median(other);
        System.out.printf(
                Locale.ROOT,
                "%-44s %10.2f ms %10.2f ms %7.2f  %s%n",
                name,
                median(mine) / 1e6,
                median(other) / 1e6,
                ratio,
                target);
    }

    static void header() {
        System.out.printf("%-44s %13s %13s %7s  %s%n", "", "Dockline", "the other", "ratio", "wanted");
    }

    private static long nanos(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return System.nanoTime() - begun;
    }

    private static long median(List<Long> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
