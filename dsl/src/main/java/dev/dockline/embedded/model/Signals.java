package dev.dockline.embedded.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Signals by name, with or without SIG, and by number. */
public final class Signals {
    public static final int KILL = 9;
    public static final int TERM = 15;

    private static final List<String> NAMES = List.of(
            "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE",
            "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM",
            "PROF", "WINCH", "IO", "PWR", "SYS");
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        for (var i = 1; i < NAMES.size(); i++) NUMBERS.put(NAMES.get(i), i);
    }

    private Signals() {}

    public static Optional<Integer> find(String text) {
        if (text.matches("[0-9]{1,2}")) {
            var number = Integer.parseInt(text);
            return number > 0 && number < 65 ? Optional.of(number) : Optional.empty();
        }
        var name = text.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(NUMBERS.get(name.startsWith("SIG") ? name.substring(3) : name));
    }
}
