package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Durations as Go writes them: {@code 1m30s}, {@code 500ms}. */
final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|h|m|s)");

    private Durations() {}

    static Duration parse(String text) {
        if (!text.matches("(\\d+(ms|h|m|s))+")) {
            throw new MalformedSetting("healthcheck", text, "it is no duration such as 1m30s");
        }
        var sum = Duration.ZERO;
        for (var part = PART.matcher(text); part.find(); ) {
            String unit = part.group(2);
            sum = sum.plus(
                    unit.equals("ms")
                            ? Duration.ofMillis(Long.parseLong(part.group(1)))
                            : Duration.parse("PT" + part.group(1) + unit.toUpperCase(Locale.ROOT)));
        }
        return sum;
    }
}
