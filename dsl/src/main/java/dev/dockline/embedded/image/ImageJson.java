package dev.dockline.embedded.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.ConfigJson;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Image;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** The configuration file of an image, as it stands in what {@code docker save} writes. */
public final class ImageJson {
    private ImageJson() {}

    /** Always the same bytes for the same image, since its id is their digest. */
    static byte[] bytes(Image image) {
        var json = Json.object()
                .put("architecture", architecture())
                .put("os", "linux")
                .put("created", image.created().toString())
                .put("comment", image.comment());
        json.set("config", ConfigJson.write(image.config()));
        json.putObject("rootfs").put("type", "layers").putArray("diff_ids").add(image.layer());
        var history = json.putArray("history");
        for (var i = 0; i < image.history().size(); i++) {
            var last = i == image.history().size() - 1;
            history.add(step(image.history().get(i)).put("empty_layer", !last));
        }
        return Json.bytes(json);
    }

    private static ObjectNode step(Image.Step step) {
        return Json.object()
                .put("created", step.created().toString())
                .put("created_by", step.createdBy())
                .put("comment", step.comment());
    }

    static List<Image.Step> history(JsonNode file) {
        var steps = new ArrayList<Image.Step>();
        for (var step : file.path("history"))
            steps.add(new Image.Step(created(step), Json.text(step, "created_by"), Json.text(step, "comment"), 0));
        return steps;
    }

    static Instant created(JsonNode json) {
        try {
            return Instant.parse(Json.text(json, "created"));
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /** The architecture of this machine, by Docker's name. */
    public static String architecture() {
        var name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }
}
