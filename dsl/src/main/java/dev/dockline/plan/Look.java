package dev.dockline.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.dockline.embedded.state.Seen;
import dev.dockline.engine.Engine;
import java.util.ArrayList;
import java.util.List;

/** Reads all that an engine has, by lists and inspects. */
public final class Look {
    private Look() {}

    /** All there is now; what goes away meanwhile is left out. */
    public static Seen at(Engine engine) {
        return new Seen(
                each(engine, "/containers/json?all=true", "/containers/"),
                each(engine, "/images/json", "/images/"),
                engine.read("/volumes"),
                engine.read("/networks"));
    }

    private static List<JsonNode> each(Engine engine, String list, String one) {
        var all = new ArrayList<JsonNode>();
        for (var listed : engine.read(list)) {
            try {
                all.add(engine.read(one + Engine.part(listed.path("Id").asText()) + "/json"));
            } catch (NotFoundException gone) {
                continue;
            }
        }
        return all;
    }
}
