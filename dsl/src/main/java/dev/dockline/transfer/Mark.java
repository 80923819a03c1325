package dev.dockline.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What tells a container that was made for a transfer from others, and one that is in use from one that was left behind
 * because the engine or the session died.
 *
 * @param value the label's value: the process, and which of its containers this is
 */
record Mark(String value) implements AutoCloseable {
    private static final String LABEL = "dev.dockline.carrier";
    private static final String WITH_IMAGE = LABEL + ".image";
    private static final String PROCESS = UUID.randomUUID().toString();
    private static final Duration OTHERS_AGE = Duration.ofDays(1);
    private static final Set<String> IN_USE = ConcurrentHashMap.newKeySet();

    /** A mark of a container that is about to be made. */
    static Mark begin() {
        var mark = new Mark(PROCESS + "/" + UUID.randomUUID());
        IN_USE.add(mark.value);
        return mark;
    }

    /** The labels of a container that runs a program of some image. */
    Map<String, String> labels() {
        return Map.of(LABEL, value);
    }

    /** The labels of a container whose image is to go with it. */
    Map<String, String> labelsWithImage() {
        return Map.of(LABEL, value, WITH_IMAGE, "");
    }

    static boolean isOn(Map<String, String> labels) {
        return labels.containsKey(LABEL);
    }

    /** The container is no longer in use: it was removed, or else is for the next sweep. */
    @Override
    public void close() {
        IN_USE.remove(value);
    }

    /** Removes what earlier transfers left behind: this process's at once, another's when it is a day old. */
    static void sweep(Engine engine) {
        var filter = Engine.part("{\"label\":[\"" + LABEL + "\"]}");
        for (var container : engine.read("/containers/json?all=true&filters=" + filter)) {
            if (isLeft(container)) {
                remove(engine, container);
            }
        }
    }

    private static boolean isLeft(JsonNode container) {
        String value = container.path("Labels").path(LABEL).asText();
        var created = Instant.ofEpochSecond(container.path("Created").asLong());
        return value.startsWith(PROCESS)
                ? !IN_USE.contains(value)
                : created.isBefore(Instant.now().minus(OTHERS_AGE));
    }

    private static void remove(Engine engine, JsonNode container) {
        try {
            engine.remove(container.path("Id").asText(), true, false);
            if (container.path("Labels").has(WITH_IMAGE)) {
                engine.docker()
                        .removeImageCmd(container.path("ImageID").asText())
                        .exec();
            }
        } catch (DockerException sweptByAnother) {
            return;
        }
    }
}
