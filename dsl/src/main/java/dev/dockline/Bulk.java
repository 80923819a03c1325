package dev.dockline;

import dev.dockline.error.DocklineException;
import dev.dockline.error.Interrupted;
import dev.dockline.error.SeveralFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A verb over several things: all are tried, and what failed is told at the end. */
final class Bulk {
    private Bulk() {}

    /**
     * Does it to each.
     *
     * @throws SeveralFailed if it failed for some; for the others it was done
     */
    static <T> void each(Docker docker, String verb, String kind, List<T> items, Consumer<T> act) {
        if (items.isEmpty()) {
            docker.note("no " + kind + " to " + verb);
        }
        var failures = new ArrayList<DocklineException>();
        for (var item : items) {
            try {
                act.accept(item);
            } catch (Interrupted stop) {
                throw stop;
            } catch (DocklineException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw new SeveralFailed(verb, items.size(), kind + "s", failures);
        }
    }

    /** What a name has to match, where {@code *} stands for anything. */
    static Pattern pattern(String name) {
        return Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E");
    }
}
