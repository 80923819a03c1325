package dev.dockline.embedded;

import dev.dockline.embedded.program.Program;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/** What other libraries add, looked for once. */
final class Supplements {
    private static final List<Supplement> ALL =
            ServiceLoader.load(Supplement.class, Supplement.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Supplements() {}

    /** Null where nobody has one of that name. */
    static Program program(String name) {
        return ALL.stream()
                .map(supplement -> supplement.program(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static List<SuppliedImage> images() {
        return ALL.stream().flatMap(supplement -> supplement.images().stream()).toList();
    }
}
