package dev.dockline.embedded.model;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Docker's identifiers: 64 hexadecimal digits, shown as the first 12, found by any unique prefix. */
public final class Ids {
    private Ids() {}

    public static String random() {
        var bytes = new byte[32];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static String abbreviate(String id) {
        var digits = id.startsWith("sha256:") ? id.substring(7) : id;
        return digits.substring(0, 12);
    }

    /** The one identifier that begins so; several are an error, as in Docker. */
    static Optional<String> byPrefix(Collection<String> ids, String prefix) {
        if (prefix.isEmpty()) return Optional.empty();
        var found = ids.stream().filter(id -> id.startsWith(prefix)).limit(2).toList();
        if (found.size() > 1) throw Refused.badRequest("multiple IDs found with provided prefix: " + prefix);
        return found.stream().findFirst();
    }
}
