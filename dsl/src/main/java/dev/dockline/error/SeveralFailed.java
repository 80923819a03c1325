package dev.dockline.error;

import java.util.List;
import java.util.stream.Collectors;

/** A verb over several things failed for some of them; for the others it was done. */
public final class SeveralFailed extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts; each failure is told, and kept as suppressed. */
    public SeveralFailed(String verb, int of, String kind, List<DocklineException> failures) {
        super(
                "Cannot " + verb + " " + failures.size() + " of " + of + " " + kind,
                failures.stream()
                        .map(failure -> failure.what() + ": " + failure.why())
                        .collect(Collectors.joining("; ")),
                failures.stream().map(DocklineException::next).distinct().collect(Collectors.joining("; ")),
                failures.get(0));
        failures.stream().skip(1).forEach(this::addSuppressed);
    }
}
