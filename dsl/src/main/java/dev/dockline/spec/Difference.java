package dev.dockline.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One thing that a declaration says and a container does not have, or the other way round.
 *
 * @param was what the container has, null for nothing
 * @param wanted what the declaration says, null for nothing
 */
public record Difference(Setting was, Setting wanted) {
    /** All that would have to change in a container for it to be as declared. */
    public static List<Difference> between(ContainerSpec was, ContainerSpec wanted) {
        var before = shaping(was);
        var after = shaping(wanted);
        var found = new ArrayList<Difference>();
        for (var setting : after) {
            if (!before.contains(setting) && !anyPort(setting, before)) {
                found.add(new Difference(first(before, other -> other.key().equals(setting.key())), setting));
            }
        }
        for (var setting : before) {
            boolean told = after.contains(setting)
                    || after.stream().anyMatch(other -> anyPort(other, List.of(setting)))
                    || found.stream().anyMatch(difference -> setting.equals(difference.was()));
            if (!told) {
                found.add(new Difference(setting, null));
            }
        }
        return found.isEmpty() ? reordered(before, after) : found;
    }

    // Of volumes from several containers at one path the last one counts.
    private static List<Difference> reordered(List<Setting> before, List<Setting> after) {
        Predicate<Setting> ordered = VolumesFrom.class::isInstance;
        var one = before.stream().filter(ordered).toList();
        var other = after.stream().filter(ordered).toList();
        return one.equals(other) ? List.of() : List.of(new Difference(one.get(0), other.get(0)));
    }

    /** What shapes a container, in the one form that the command line has for it. */
    private static List<Setting> shaping(ContainerSpec spec) {
        return ContainerSpec.parse(spec.cli()).settings().stream()
                .filter(Setting::shapesContainer)
                .toList();
    }

    // An engine chose the port of one that is published anywhere: any will do.
    private static boolean anyPort(Setting wanted, List<Setting> there) {
        return wanted instanceof Publish publish
                && publish.host() == null
                && there.stream()
                        .anyMatch(other -> other instanceof Publish found
                                && found.address().equals(publish.address())
                                && found.container().equals(publish.container())
                                && found.protocol() == publish.protocol());
    }

    private static Setting first(List<Setting> settings, Predicate<Setting> which) {
        return settings.stream().filter(which).findFirst().orElse(null);
    }

    /** Several differences in one line. */
    public static String told(List<Difference> differences) {
        return differences.stream().map(Objects::toString).collect(Collectors.joining(", "));
    }

    /** {@code env("A", "2") instead of env("A", "1")}, {@code with} what is new, {@code without} what is no longer wanted. */
    @Override
    public String toString() {
        if (wanted == null) {
            return "without " + was;
        }
        return was == null ? "with " + wanted : wanted + " instead of " + was;
    }
}
