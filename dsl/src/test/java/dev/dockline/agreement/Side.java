package dev.dockline.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** One of the two engines: takes requests, and gives what it chose itself, above all ids, the names of its makers. */
final class Side {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("\\b(?:[0-9a-f]{64}|[0-9a-f]{12})\\b");

    private final String name;
    private final DockerHttpClient http;
    private final String version;
    private final Map<String, String> ids = new LinkedHashMap<>();

    Side(String name, DockerHttpClient http, String version) {
        this.name = name;
        this.http = http;
        this.version = version;
    }

    /** What came back; a message is that of a refusal. */
    record Answer(int status, byte[] body, String type) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean ok() {
            return status < 300;
        }
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer post(String path, Object json) {
        try {
            return send("POST", path, json == null ? null : JSON.writeValueAsBytes(json), "application/json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    Answer put(String path, byte[] tar) {
        return send("PUT", path, tar, "application/x-tar");
    }

    private Answer send(String method, String path, byte[] body, String type) {
        var request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.valueOf(method))
                .path("/v" + version + path);
        if (type != null) {
            request.putHeader("Content-Type", type);
        }
        if (body != null) {
            request.bodyBytes(body);
        }
        try (var response = http.execute(request.build());
                InputStream in = response.getBody()) {
            var types = response.getHeaders().entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                    .flatMap(header -> header.getValue().stream())
                    .findFirst();
            return new Answer(response.getStatusCode(), in.readAllBytes(), types.orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** From now on this id is told by this name. */
    void call(String id, String label) {
        ids.putIfAbsent(id, label);
    }

    boolean knows(String id) {
        return ids.containsKey(id);
    }

    /** A status, and a refusal's message, or the text of success. */
    String told(Answer answer, String success) {
        return answer.status + " "
                + plain(answer.ok() ? success : answer.json().path("message").asText());
    }

    String told(Answer answer) {
        return told(answer, "");
    }

    /** A text without what an engine chose itself. */
    String plain(String text) {
        return ID.matcher(text)
                .replaceAll(found -> label(found.group()))
                .replaceAll("\"/[^\" ]*/volumes/([^\"]*)/_data\"", "\"volume $1\"")
                // Of several links that are broken, Docker names any.
                .replaceAll("non running container: /[^ ]* AS /([^/ ]*)/[^ \"]*", "non running container, linked to $1")
                .replaceAll("volume is in use - \\[(\\S+), (\\S+)\\]", "volume is in use by two")
                .replaceAll("mkdirat /[^ ]*/(merged|root)/", "mkdirat /");
    }

    private String label(String id) {
        return ids.entrySet().stream()
                .filter(known -> known.getKey().startsWith(id))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("?");
    }

    void forget() {
        ids.clear();
    }

    @Override
    public String toString() {
        return name;
    }
}
