package dev.dockline.shell.narrate;

import dev.dockline.Container;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.Link;
import dev.dockline.spec.Mount;
import dev.dockline.spec.Publish;
import dev.dockline.spec.Setting;
import dev.dockline.spec.Switch;
import dev.dockline.spec.VolumesFrom;
import dev.dockline.state.Snapshot;
import dev.dockline.view.Style;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a container handle shows: how the container is, or, of a declaration that nobody ran, what it would be. */
final class Declarations {
    private Declarations() {}

    /** Whether the value is a declaration with something in it that no engine has seen. */
    static boolean isUnsent(Object value) {
        return value instanceof Container container
                && !container.isSealed()
                && !container.declaration().settings().isEmpty();
    }

    static Rendering of(Container container, Style style) {
        if (container.isSealed()) {
            var state = container.state();
            return Rendering.of(
                    Tables.containers(List.of(state), new Snapshot(List.of(state), List.of(), List.of())), style);
        }
        var spec = container.declaration();
        return isUnsent(container)
                ? Rendering.of(wouldBe(spec), style).with("Nothing has run yet.")
                : Rendering.of(spec.toString());
    }

    private static Table wouldBe(ContainerSpec spec) {
        return Table.of("NAME", "IMAGE", "STATE", "PORTS", "LINKS", "VOLUMES")
                .row(
                        spec.name(),
                        spec.one(ImageReference.class).map(Setting::cli).orElse(""),
                        "not run",
                        flags(spec, s -> s instanceof Publish || s == Switch.PUBLISH_ALL),
                        flags(spec, s -> s instanceof Link),
                        flags(spec, s -> s instanceof Mount || s instanceof VolumesFrom));
    }

    private static String flags(ContainerSpec spec, Predicate<Setting> kind) {
        return spec.settings().stream()
                .filter(kind)
                .map(setting -> setting.cli().replaceFirst("^--?[a-zA-Z-]+[ =]", ""))
                .collect(Collectors.joining(" "));
    }
}
