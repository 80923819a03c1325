package dev.dockline.contract;

import static dev.dockline.Dockline.FORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Container;
import dev.dockline.error.DocklineException;
import dev.dockline.state.ContainerState;
import dev.dockline.state.Delta;
import dev.dockline.state.MountState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a plan tells of random lines is what they then do: each change, and each failure with its words. {@code
 * -Ddockline.plans=500} tries so many, {@code -Ddockline.plans.from=SEED} from that seed on.
 */
class PlannedAndDoneTest extends EngineContract {
    private static final int PLANS = Integer.getInteger("dockline.plans", 2);
    private static final long FROM = Long.getLong("dockline.plans.from", 1);
    private static final List<String> NAMES = List.of("ann", "bob", "cid", "dan");
    private static final List<String> VOLUMES = List.of("vin", "wen");
    private static final List<String> NETWORKS = List.of("net", "lab");

    /** A line as it would be typed, and what it does. */
    private record Step(String text, Runnable does) {}

    @Test
    void what_is_planned_is_what_is_done() {
        for (long seed = FROM; seed < FROM + PLANS; seed++) {
            var random = new Random(seed);
            steps(random, 2 + random.nextInt(6)).forEach(step -> attempt(step, new ArrayList<>()));
            var lines = steps(random, 1 + random.nextInt(5));
            var foreseen = new ArrayList<String>();
            var met = new ArrayList<String>();
            var plan = docker.plan(() -> lines.forEach(step -> attempt(step, foreseen)));
            Delta done;
            try (var changes = docker.watch()) {
                lines.forEach(step -> attempt(step, met));
                done = changes.delta();
            }
            var what = "seed " + seed + " on " + engine + ": "
                    + lines.stream().map(Step::text).collect(Collectors.joining("; "));
            // What hangs on whether a program has ended is not known, and said so.
            if (plan.unknown().stream().noneMatch(step -> step.startsWith("await the end of"))) {
                assertThat(rows(plan.delta())).as(what).isEqualTo(rows(done));
                assertThat(foreseen).as(what).isEqualTo(met);
            }
            leaveAsFound();
        }
    }

    private void attempt(Step step, List<String> failures) {
        try {
            step.does.run();
        } catch (DocklineException failure) {
            failures.add(failure.getMessage().replaceAll("[0-9a-f]{12,64}", "ID"));
        }
    }

    private List<Step> steps(Random random, int count) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < count; i++) {
            steps.add(step(random));
        }
        return steps;
    }

    private Step step(Random random) {
        var name = one(random, NAMES);
        var volume = name(one(random, VOLUMES));
        var network = name(one(random, NETWORKS));
        var other = one(random, NAMES);
        var mode = String.valueOf(random.nextInt(3));
        long declared = random.nextLong();
        return switch (random.nextInt(18)) {
            case 0, 1, 2 ->
                new Step(
                        name + ".run " + declared,
                        () -> declared(name, declared).run());
            case 3 -> new Step(name + ".create", () -> declared(name, declared).create());
            case 4 -> new Step(name + ".up", () -> declared(name, declared).up());
            case 5 -> new Step(name + ".replace", () -> container(name).replace(c -> c.env("MODE", mode)));
            case 6 -> new Step(name + ".stop", () -> container(name).stop());
            case 7 -> new Step(name + ".start", () -> container(name).start());
            case 8 -> new Step(name + ".kill", () -> container(name).kill());
            case 9 -> new Step(name + ".pause", () -> container(name).pause());
            case 10 -> new Step(name + ".unpause", () -> container(name).unpause());
            case 11 -> new Step(name + ".rename " + other, () -> container(name).rename(name(other)));
            case 12 -> new Step(name + ".remove", () -> container(name).remove());
            case 13 -> new Step(name + ".remove(FORCE)", () -> container(name).remove(FORCE));
            case 14 ->
                new Step(name + ".removeWithVolumes", () -> container(name).removeWithVolumes(FORCE));
            case 15 -> new Step(volume + ".create", () -> docker.volume(volume).create());
            case 16 -> new Step(volume + ".remove", () -> docker.volume(volume).remove());
            default ->
                random.nextBoolean()
                        ? new Step(
                                network + ".create",
                                () -> docker.network(network).create())
                        : new Step(
                                network + ".remove",
                                () -> docker.network(network).remove());
        };
    }

    private Container declared(String name, long seed) {
        var random = new Random(seed);
        return idle(name)
                .env("MODE", String.valueOf(random.nextInt(3)))
                .given(random.nextInt(2) == 0, c -> c.publish(5000))
                .given(random.nextInt(3) == 0, c -> c.volume("/anonymous"))
                .given(random.nextInt(3) == 0, c -> c.volume(name(one(random, VOLUMES)), "/named"))
                .given(random.nextInt(4) == 0, c -> c.volumesFrom(name(one(random, NAMES))))
                .given(random.nextInt(4) == 0, c -> c.link(name(one(random, NAMES)), "friend"))
                .given(random.nextInt(5) == 0, c -> c.network(name(one(random, NETWORKS))));
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    // As far as it can be known: no ids, no times, no ports and names that an engine chooses, no exit codes.
    private static List<String> rows(Delta delta) {
        var rows = new ArrayList<String>();
        delta.containers().forEach(change -> rows.add(change.mark() + " " + row(change.latest())));
        delta.volumes()
                .forEach(change -> rows.add(
                        change.mark() + " volume " + change.latest().name().replaceFirst("[0-9a-f]{64}", "anonymous")));
        delta.networks()
                .forEach(change ->
                        rows.add(change.mark() + " network " + change.latest().name()));
        rows.sort(null);
        return rows;
    }

    private static String row(ContainerState state) {
        return String.join(
                " ",
                state.name(),
                state.image(),
                state.status().equals("starts") ? "running" : state.status(),
                new TreeSet<>(state.ports().stream()
                                .map(port -> port.toString().replaceFirst(".*:[0-9*]+→", "*→"))
                                .toList())
                        .toString(),
                new TreeSet<>(state.mounts().stream()
                                .map(PlannedAndDoneTest::mount)
                                .toList())
                        .toString(),
                state.links().toString(),
                new TreeSet<>(state.addresses().keySet()).toString());
    }

    private static String mount(MountState mount) {
        return mount.name().replaceFirst("[0-9a-f]{64}", "anonymous") + ":" + mount.destination();
    }
}
