package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;
import java.math.BigDecimal;

/**
 * How much processor time a container may use.
 *
 * @param number how many processors' worth: {@code 1.5}
 */
public record Cpus(double number) implements Setting {
    /** Refuses what is not above 0. */
    public Cpus {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new MalformedSetting("cpus", String.valueOf(number), "it is no number above 0");
        }
    }

    /** Reads {@code 1.5}. */
    public static Cpus parse(String text) {
        try {
            return new Cpus(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new MalformedSetting("cpus", text, "it is no number above 0");
        }
    }

    /** The same in billionths, as engines count it. */
    public long nanos() {
        return Math.round(number * 1e9);
    }

    @Override
    public Object key() {
        return Cpus.class;
    }

    private String text() {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    @Override
    public String cli() {
        return "--cpus " + text();
    }

    @Override
    public String toString() {
        return "cpus(" + text() + ")";
    }
}
