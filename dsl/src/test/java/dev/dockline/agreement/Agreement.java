package dev.dockline.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the embedded engine against a real one, step by step. */
final class Agreement {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PAUSE_MILLIS = 15;

    private final Side embedded;
    private final Side real;

    Agreement(Side embedded, Side real) {
        this.embedded = embedded;
        this.real = real;
    }

    /** Where the two parted, or nothing. */
    Optional<String> difference(List<Step> steps) {
        clear();
        for (int i = 0; i < steps.size(); i++) {
            var begin = Instant.now();
            var one = steps.get(i).on(embedded);
            var other = steps.get(i).on(real);
            var parted = one.equals(other) ? after(begin) : parted("answered", List.of(one), List.of(other));
            if (!parted.isEmpty()) {
                return Optional.of("step " + (i + 1) + ", " + steps.get(i) + ":\n" + parted);
            }
        }
        return Optional.empty();
    }

    /** The fewest of these steps that still part the two. */
    List<Step> shrunk(List<Step> steps) {
        var least = new ArrayList<>(steps);
        for (int size = Math.max(1, least.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from + size <= least.size(); ) {
                var fewer = new ArrayList<>(least.subList(0, from));
                fewer.addAll(least.subList(from + size, least.size()));
                if (difference(fewer).isPresent()) {
                    least = fewer;
                } else {
                    from += size;
                }
            }
        }
        return least;
    }

    // What goes on by itself may take one of them a little longer.
    private String after(Instant begin) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var one = Picture.of(embedded);
            var other = Picture.of(real);
            var parted = parted("pictured", one.lines(), other.lines());
            if (parted.isEmpty()) {
                parted = toldApart(Happened.since(embedded, begin), Happened.since(real, begin));
            }
            boolean settled = one.isSettled() && other.isSettled();
            if (parted.isEmpty() && settled || Instant.now().isAfter(end)) {
                return parted.isEmpty() && !settled ? "never settled" : parted;
            }
            pause();
        }
    }

    // A program's end is found out beside what was asked, so that its events come before or after those of the asking.
    private String toldApart(List<String> one, List<String> other) {
        // A prune takes one after the other in any order.
        boolean unordered = other.stream().anyMatch(event -> event.matches("container die .*|.* prune .*"));
        return unordered
                ? parted(
                        "told",
                        one.stream().sorted().toList(),
                        other.stream().sorted().toList())
                : parted("told", one, other);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String parted(String how, List<String> one, List<String> other) {
        var told = new StringBuilder();
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            var here = i < one.size() ? one.get(i) : "nothing";
            var there = i < other.size() ? other.get(i) : "nothing";
            if (!here.equals(there)) {
                told.append("  ")
                        .append(embedded)
                        .append(" ")
                        .append(how)
                        .append(": ")
                        .append(here)
                        .append('\n');
                told.append("  ")
                        .append(real)
                        .append(" ")
                        .append(how)
                        .append(": ")
                        .append(there)
                        .append('\n');
            }
        }
        return told.toString();
    }

    /** Takes away all that the steps before have made. */
    void clear() {
        for (var side : List.of(embedded, real)) {
            for (var row : side.get("/containers/json?all=1").json()) {
                side.delete("/containers/" + row.path("Id").asText() + "?force=1&v=1");
            }
            for (var volume : side.get("/volumes").json().path("Volumes")) {
                side.delete("/volumes/" + volume.path("Name").asText());
            }
            Moves.NETWORKS.forEach(network -> side.delete("/networks/" + network));
            side.forget();
            for (var network : side.get("/networks").json()) {
                side.call(
                        network.path("Id").asText(), "N-" + network.path("Name").asText());
            }
            for (var image : side.get("/images/json").json()) {
                side.call(
                        image.path("Id").asText().replace("sha256:", ""),
                        "I-" + image.path("RepoTags").path(0).asText());
            }
        }
    }
}
