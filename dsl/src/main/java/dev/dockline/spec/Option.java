package dev.dockline.spec;

import dev.dockline.error.MalformedSetting;
import java.util.List;

/**
 * A flag of {@code docker run} that has no noun of its own: {@code option("cap-drop", "ALL")}.
 *
 * @param flag which
 * @param value its value, empty for one that takes none
 */
public record Option(Flag flag, String value) implements Setting {
    /** Refuses a value that the flag does not take. */
    public Option {
        value = flag.checked(value);
    }

    /**
     * Reads a flag by its name, with or without dashes.
     *
     * @throws MalformedSetting if it is no flag, has a noun of its own, or is not supported
     */
    public static Option of(String name, String value) {
        var plain = name.replaceFirst("^--?", "");
        return new Option(
                Flag.named(plain)
                        .orElseThrow(() -> new MalformedSetting(
                                "option",
                                plain,
                                RunLine.unsupported("--" + plain).orElse("there is no such option"))),
                value);
    }

    /** The bytes that a value of {@link Flag.Kind#BYTES} stands for, the milliseconds of a duration, else the number. */
    public long number() {
        return switch (flag.kind()) {
            case BYTES -> value.equals("-1") ? -1 : Memory.parse(value).bytes();
            case DURATION -> Durations.parse(value).toMillis();
            default -> Long.parseLong(value);
        };
    }

    @Override
    public Object key() {
        return switch (flag.kind()) {
            case LIST -> this;
            case MAP -> List.of(flag, value.substring(0, value.indexOf('=')));
            default -> flag;
        };
    }

    @Override
    public String cli() {
        return "--" + flag.text() + (flag.kind() == Flag.Kind.WORD ? "" : " " + Java.word(value));
    }

    @Override
    public String toString() {
        return "option(" + Java.literal(flag.text()) + (value.isEmpty() ? "" : ", " + Java.literal(value)) + ")";
    }
}
