package dev.dockline.shell.narrate;

import dev.dockline.Dockline;
import dev.dockline.Mirror;
import dev.dockline.error.DocklineException;
import dev.dockline.error.NoSuchContainer;
import dev.dockline.error.NoSuchImage;
import dev.dockline.error.NoSuchLinkTarget;
import dev.dockline.error.NoSuchNetwork;
import dev.dockline.error.NoSuchVolume;
import dev.dockline.state.ContainerState;
import dev.dockline.state.NetworkState;
import dev.dockline.state.VolumeState;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which of the names there are was probably meant by one that there is not. */
final class Near {
    private static final int FARTHEST = 2;
    private static final Pattern MISSING = Pattern.compile("there is no \\w+ \"([^\"]+)\".*", Pattern.DOTALL);

    private Near() {}

    /**
     * The source with the right name in the place of the wrong one, where the failure is that it names nothing on the
     * current engine, and something there is called much the same.
     */
    static Optional<String> corrected(String source, DocklineException failure) {
        var missing = MISSING.matcher(failure.why());
        if (!missing.matches()) {
            return Optional.empty();
        }
        var wrong = "\"" + missing.group(1) + "\"";
        return Dockline.ifOpen()
                .map(docker -> names(failure, docker.mirror()))
                .flatMap(names -> nearest(missing.group(1), names))
                .filter(near -> source.contains(wrong) && !source.contains("\n"))
                .map(near -> source.replace(wrong, "\"" + near + "\""));
    }

    private static Stream<String> names(DocklineException failure, Mirror mirror) {
        var all = mirror.snapshot();
        if (failure instanceof NoSuchContainer || failure instanceof NoSuchLinkTarget) {
            return all.containers().stream().map(ContainerState::name);
        } else if (failure instanceof NoSuchVolume) {
            return all.volumes().stream().map(VolumeState::name);
        } else if (failure instanceof NoSuchNetwork) {
            return all.networks().stream().map(NetworkState::name);
        } else if (failure instanceof NoSuchImage) {
            return mirror.images().stream()
                    .flatMap(image -> image.tags().stream())
                    .map(tag -> tag.replaceFirst(":latest$", ""));
        }
        return Stream.empty();
    }

    /** The name most like another, if it is much like it. */
    static Optional<String> nearest(String name, Stream<String> names) {
        return names.distinct()
                .filter(other -> distance(name, other) <= Math.min(FARTHEST, name.length() / 2))
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(other -> other));
    }

    /** How many letters must be put in, left out, changed or exchanged with their neighbour. */
    static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(int[][] rows, String one, String other, int i, int j) {
        var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        var least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + same);
        var exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
