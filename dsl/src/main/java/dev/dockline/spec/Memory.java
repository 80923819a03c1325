package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;
import java.util.Locale;

/**
 * The most memory that a container may use.
 *
 * @param bytes how many bytes
 */
public record Memory(long bytes) implements Setting {
    private static final String UNITS = "bkmgt";

    /** Reads {@code 512m}: a number and b, k, m or g, each 1024 of the one before. */
    public static Memory parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replaceFirst("(?<=[kmgt])b$", "");
        if (!lower.matches("\\d{1,12}[bkmgt]?")) {
            throw new MalformedSetting("memory", text, "it is no size: a number and b, k, m or g");
        }
        int unit = UNITS.indexOf(lower.charAt(lower.length() - 1));
        long number = Long.parseLong(unit < 0 ? lower : lower.substring(0, lower.length() - 1));
        return new Memory(number << 10 * Math.max(0, unit));
    }

    @Override
    public Object key() {
        return Memory.class;
    }

    String text() {
        int unit = 0;
        long number = bytes;
        while (number != 0 && number % 1024 == 0 && unit < UNITS.length() - 1) {
            number /= 1024;
            unit++;
        }
        return number + (unit == 0 ? "" : UNITS.substring(unit, unit + 1));
    }

    @Override
    public String cli() {
        return "-m " + text();
    }

    @Override
    public String toString() {
        return "memory(" + Java.literal(text()) + ")";
    }
}
