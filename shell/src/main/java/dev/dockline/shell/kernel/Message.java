package dev.dockline.shell.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A message of Jupyter's protocol.
 *
 * @param identities the frames that say who is to get the answer
 * @param header what it is, by whom, in which session
 * @param content what it says
 */
record Message(List<byte[]> identities, JsonNode header, JsonNode content) {
    /** When it was sent, as the sender says; long ago if it does not. */
    Instant date() {
        try {
            return OffsetDateTime.parse(header.path("date").asText()).toInstant();
        } catch (DateTimeParseException unknown) {
            return Instant.EPOCH;
        }
    }

    String type() {
        return header.path("msg_type").asText();
    }
}
