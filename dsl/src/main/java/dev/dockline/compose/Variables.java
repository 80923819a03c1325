package dev.dockline.compose;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts variables into texts as Compose does: {@code $NAME}, {@code ${NAME}}, {@code ${NAME:-else}}, and two dollars for one. */
final class Variables {
    private static final Pattern PLACE =
            Pattern.compile("\\$(?:(\\$)|([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])([^}]*))?})");

    private final UnaryOperator<String> value;

    /** Takes what says the value of a name, null for none. */
    Variables(UnaryOperator<String> value) {
        this.value = value;
    }

    String in(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place)));
    }

    private String value(java.util.regex.MatchResult place) {
        if (place.group(1) != null) {
            return "$";
        }
        var name = place.group(2) == null ? place.group(3) : place.group(2);
        var given = value.apply(name);
        var how = place.group(4) == null ? "" : place.group(4);
        boolean there = given != null && (!how.startsWith(":") || !given.isEmpty());
        return switch (how.replace(":", "")) {
            case "-" -> there ? given : place.group(5);
            case "+" -> there ? place.group(5) : "";
            case "?" -> {
                if (!there) {
                    throw new IllegalArgumentException("the variable " + name + " is not set: " + place.group(5));
                }
                yield given;
            }
            default -> given == null ? "" : given;
        };
    }
}
