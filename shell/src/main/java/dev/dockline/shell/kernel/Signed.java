package dev.dockline.shell.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Messages as frames and back, signed with the key of the connection. */
final class Signed {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int PARTS = 4;

    private final String session = UUID.randomUUID().toString();
    private final byte[] key;

    Signed(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** The message of some frames; empty if they are none, or somebody else's. */
    Optional<Message> message(List<byte[]> frames) {
        var at = 0;
        while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
            at++;
        }
        if (frames.size() < at + 2 + PARTS) {
            return Optional.empty();
        }
        var parts = frames.subList(at + 2, at + 2 + PARTS);
        var signature = new String(frames.get(at + 1), StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.US_ASCII), signature(parts).getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Message(
                    List.copyOf(frames.subList(0, at)), JSON.readTree(parts.get(0)), JSON.readTree(parts.get(3))));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    /** The frames of an answer, or of news about what a message asked for. */
    List<byte[]> frames(List<byte[]> identities, String type, Message parent, JsonNode content) {
        var header = JSON.createObjectNode()
                .put("msg_id", UUID.randomUUID().toString())
                .put("session", session)
                .put("username", "kernel")
                .put("date", Instant.now().toString())
                .put("msg_type", type)
                .put("version", "5.3");
        var parts = List.of(
                bytes(header),
                bytes(parent == null ? JSON.createObjectNode() : parent.header()),
                bytes(JSON.createObjectNode()),
                bytes(content));
        var frames = new ArrayList<>(identities);
        frames.add(DELIMITER);
        frames.add(signature(parts).getBytes(StandardCharsets.US_ASCII));
        frames.addAll(parts);
        return frames;
    }

    private String signature(List<byte[]> parts) {
        if (key.length == 0) {
            return "";
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
