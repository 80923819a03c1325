package dev.dockline.embedded.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What an engine told of all it has.
 *
 * @param containers an inspect of each
 * @param images an inspect of each
 * @param volumes the answer to {@code GET /volumes}
 * @param networks the answer to {@code GET /networks}
 */
public record Seen(List<JsonNode> containers, List<JsonNode> images, JsonNode volumes, JsonNode networks) {}
