package dev.dockline.embedded.program.tool;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sizes and times as listings show them. */
final class Sizes {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMM dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Sizes() {}

    static String time(Instant time) {
        return TIME.format(time).replaceFirst(" 0", "  ");
    }

    static String human(long size) {
        if (size < 1024) return String.valueOf(size);
        var unit = 0;
        var value = (double) size;
        for (; value >= 1024 && unit < 4; unit++) value /= 1024;
        return String.format(Locale.ROOT, "%.1f%s", value, " KMGT".charAt(unit));
    }
}
