package dev.dockline.state;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An engine: what it is, where it is, and why it was taken.
 *
 * @param product {@code Docker}, {@code Podman} or {@code Dockline embedded engine}
 * @param version its own version
 * @param api the version of the API that is spoken with it
 * @param platform its system and processor: {@code linux/amd64}
 * @param address where it is
 * @param why what named it: {@code DOCKER_HOST}
 */
public record EngineState(String product, String version, String api, String platform, String address, String why) {
    /** Reads an engine from its {@code /version}. */
    public static EngineState of(JsonNode version, String api, String address, String why) {
        return new EngineState(
                product(version),
                version.path("Version").asText(),
                api,
                version.path("Os").asText() + "/" + version.path("Arch").asText(),
                address,
                why);
    }

    private static String product(JsonNode version) {
        String platform = version.path("Platform").path("Name").asText();
        if (platform.startsWith("Dockline")) {
            return platform;
        }
        return version.path("Components").path(0).path("Name").asText().startsWith("Podman") ? "Podman" : "Docker";
    }

    /** One line for a banner: {@code Docker 28.5.2 at unix:///var/run/docker.sock (DOCKER_HOST), API 1.51}. */
    @Override
    public String toString() {
        String where = address.equals("embedded") ? "" : " at " + address;
        return product + " " + version + where + " (" + why + "), API " + api;
    }
}
