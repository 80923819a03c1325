package dev.dockline.embedded.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;

/** Times as requests give them: seconds, with or without a fraction, or a date and time. */
final class Times {
    private Times() {}

    static Instant parse(String text, Instant otherwise) {
        if (text.isEmpty() || text.equals("0")) return otherwise;
        try {
            if (!text.matches("[0-9]+(\\.[0-9]+)?")) return Instant.parse(text);
            var number = new BigDecimal(text);
            var seconds = number.longValue();
            var nanos = number.subtract(BigDecimal.valueOf(seconds))
                    .movePointRight(9)
                    .longValue();
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException e) {
            throw dev.dockline.embedded.model.Refused.badRequest("invalid value for \"since\": " + e.getMessage());
        }
    }
}
