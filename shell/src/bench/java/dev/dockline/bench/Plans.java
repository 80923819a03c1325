package dev.dockline.bench;

import dev.dockline.Docker;
import java.util.ArrayList;
import java.util.Locale;

/** What it costs to know before: a plan of a hundred lines beside doing them on the embedded engine and looking once at all there is. */
final class Plans {
    private static final int THERE = 200;
    private static final int ROUNDS = 9;
    private static final int LINES = 25;

    void measure() throws Exception {
        System.out.printf("%-44s %13s %13s %7s  %s%n", "plan and undo", "ms", "the other", "ratio", "wanted");
        try (var there = Docker.connect("embedded");
                var empty = Docker.connect("embedded")) {
            for (int i = 0; i < THERE; i++) {
                there.container("there" + i).image("busybox").volume("/data").create();
            }
            var plans = new ArrayList<Double>();
            var others = new ArrayList<Double>();
            for (int i = 0; i < 2 * ROUNDS; i++) {
                double plan = millis(() -> there.plan(() -> lines(there)));
                double other = millis(() -> lines(empty)) + millis(() -> look(there));
                if (i >= ROUNDS) {
                    plans.add(plan);
                    others.add(other);
                }
            }
            print("plan of 100 lines over 200 containers", median(plans), median(others), "at most 1.50");
            var web = there.container("there0");
            var records = new ArrayList<Double>();
            for (int i = 0; i < 200; i++) {
                records.add(millis(() -> {
                    web.inspect();
                    web.inspect();
                }));
            }
            print("what undo records of a verb", median(records), Double.NaN, "at most 2 ms");
        }
    }

    private static void lines(Docker docker) {
        for (int i = 0; i < LINES; i++) {
            var box = docker.container("box" + i).image("busybox").env("N", "1").run("sleep", "600");
            box.rename("boxed" + i);
            docker.volume("data" + i).create().remove();
            box.remove(dev.dockline.Removal.FORCE);
        }
    }

    private static void look(Docker docker) {
        docker.volumes();
        docker.networks();
        docker.images().forEach(image -> docker.image(image.reference()).inspect());
        docker.containers()
                .states()
                .forEach(state -> docker.container(state.name()).inspect());
    }

    private static double millis(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(ArrayList<Double> times) {
        times.sort(null);
        return times.get(times.size() / 2);
    }

    private static void print(String name, double ours, double other, String wanted) {
        System.out.printf(Locale.ROOT, "%-44s %13.2f %13.2f %7.2f  %s%n", name, ours, other, ours / other, wanted);
    }
}
