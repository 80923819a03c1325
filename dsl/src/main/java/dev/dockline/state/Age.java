package dev.dockline.state;

import java.time.Duration;
import java.util.regex.Pattern;

/** How long something has been so, as tables and Docker's lists write it. */
public final class Age {
    private static final Pattern WORDS = Pattern.compile(
            "(?<count>\\d+|Less than a|About an|About a) (?<unit>second|minute|hour|day|week|month|year)");

    private Age() {}

    /** A span in its largest unit, cut: {@code 0s}, {@code 59m}, {@code 3h}, {@code 12d}. */
    public static String shortest(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + "m";
        }
        return seconds < 86400 ? seconds / 3600 + "h" : seconds / 86400 + "d";
    }

    /** The span that the words of a list tell, such as {@code Up 5 minutes}, in the form of {@link #shortest}. */
    static String fromWords(String status) {
        var words = WORDS.matcher(status);
        if (!words.find()) {
            return "";
        }
        long count = switch (words.group("count")) {
            case "Less than a" -> 0;
            case "About an", "About a" -> 1;
            default -> Long.parseLong(words.group("count"));
        };
        return switch (words.group("unit")) {
            case "second" -> count + "s";
            case "minute" -> count + "m";
            case "hour" -> shortest(Duration.ofHours(count));
            case "day" -> count + "d";
            case "week" -> 7 * count + "d";
            case "month" -> 30 * count + "d";
            default -> 365 * count + "d";
        };
    }
}
