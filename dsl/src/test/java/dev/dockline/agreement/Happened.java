package dev.dockline.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/** The events of a step, in their order. */
final class Happened {
    private Happened() {}

    static List<String> since(Side side, Instant begin) {
        var now = Instant.now();
        var answer = side.get("/events?since=" + seconds(begin) + "&until=" + seconds(now));
        var told = new ArrayList<String>();
        try (var events = Side.JSON
                .readerFor(com.fasterxml.jackson.databind.JsonNode.class)
                .<com.fasterxml.jackson.databind.JsonNode>readValues(answer.body())) {
            while (events.hasNext()) {
                var event = events.next();
                var attributes = new TreeMap<String, String>();
                event.path("Actor")
                        .path("Attributes")
                        .properties()
                        .forEach(attribute -> attributes.put(
                                attribute.getKey(), attribute.getValue().asText()));
                // How long it ran is for the clock to say; an image's labels are told by the picture.
                attributes.keySet().removeAll(List.of("execDuration", "execID", "reclaimed"));
                told.add(side.plain(
                        event.path("Type").asText() + " " + event.path("Action").asText() + " "
                                + event.path("Actor").path("ID").asText() + " " + attributes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ordered(once(told));
    }

    // What is stopped by a kill and given no time is killed once more, unless it has ended by then.
    private static List<String> once(List<String> events) {
        var kills = new HashSet<String>();
        return events.stream()
                .filter(event -> !event.matches("container kill .*signal=9}") || kills.add(event))
                .toList();
    }

    // Docker mounts what lies at the same depth in any order, and so it joins and leaves networks.
    private static List<String> ordered(List<String> events) {
        var all = new ArrayList<String>();
        var alike = new ArrayList<String>();
        for (var event : events) {
            boolean any = event.matches("volume (un)?mount .*|network (dis)?connect .*");
            if (!any || !alike.isEmpty() && !kind(event).equals(kind(alike.get(0)))) {
                alike.stream().sorted().forEach(all::add);
                alike.clear();
            }
            (any ? alike : all).add(event);
        }
        alike.stream().sorted().forEach(all::add);
        return all;
    }

    private static String kind(String event) {
        return event.replaceFirst("(\\S+ \\S+) .*", "$1");
    }

    private static String seconds(Instant time) {
        return time.getEpochSecond() + "." + "%09d".formatted(time.getNano());
    }
}
