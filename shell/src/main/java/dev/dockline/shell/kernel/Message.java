package dev.dockline.shell.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A message of Jupyter's protocol.
 *
 * @param identities the frames that say who is to get the answer
 * @param header what it is, by whom, in which session
 * @param content what it says
 */
record Message(List<byte[]> identities, JsonNode header, JsonNode content) {
    String type() {
        return header.path("msg_type").asText();
    }
}
