package dev.dockline.bench;

import java.util.Locale;

/** What was measured, beside the same done otherwise where there is such a thing, and what is wanted of it. */
record Row(String what, double ours, double theirs, String unit, double wanted) {
    /** Of two ways, how the first compares with the second. */
    static Row ratio(String what, double ours, double theirs, double wanted) {
        return new Row(what, ours, theirs, "ms", wanted);
    }

    /** Of one way. */
    static Row plain(String what, double ours, String unit, double wanted) {
        return new Row(what, ours, Double.NaN, unit, wanted);
    }

    boolean isRatio() {
        return !Double.isNaN(theirs);
    }

    /** What is wanted to be small. */
    double value() {
        return isRatio() ? ours / theirs : ours;
    }

    /** As the table of the README has it. */
    String shown() {
        return isRatio() ? String.format(Locale.ROOT, "%.2f", value()) : amount(ours) + " " + unit;
    }

    String shownWanted() {
        return Double.isNaN(wanted)
                ? ""
                : isRatio() ? String.format(Locale.ROOT, "%.2f", wanted) : amount(wanted) + " " + unit;
    }

    private static String amount(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    @Override
    public String toString() {
        var beside = isRatio() ? String.format(Locale.ROOT, "%10.2f %s", theirs, unit) : "";
        return String.format(
                Locale.ROOT, "%-62s %10.2f %-2s %13s %9s  %s", what, ours, unit, beside, shown(), shownWanted());
    }
}
