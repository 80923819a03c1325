package dev.dockline.bench;

import java.util.ArrayList;
import java.util.List;
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

    /** Measures; the first rounds warm up and do not count. */
    Row measure(int warmUp, int rounds, double wanted) throws Exception {
        var mine = new ArrayList<Double>();
        var other = new ArrayList<Double>();
        for (int i = 0; i < warmUp + rounds; i++) {
            double first = millis(i % 2 == 0 ? ours : theirs);
            double second = millis(i % 2 == 0 ? theirs : ours);
            if (i >= warmUp) {
                mine.add(i % 2 == 0 ? first : second);
                other.add(i % 2 == 0 ? second : first);
            }
        }
        return Row.ratio(name, median(mine), median(other), wanted);
    }

    static double millis(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1e6;
    }

    static double median(List<Double> values) {
        return share(values, 0.5);
    }

    /** What that share of the values does not exceed. */
    static double share(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }
}
