package dev.dockline.shell.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Where the five sockets are to be, and the key that messages are signed with, from the file a client wrote. */
record Connection(
        String transport, String ip, int shell, int control, int iopub, int stdin, int heartbeat, String key) {

    static Connection read(Path file) throws IOException {
        var json = new ObjectMapper().readTree(file.toFile());
        var scheme = json.path("signature_scheme").asText("hmac-sha256");
        if (!scheme.equals("hmac-sha256")) {
            throw new IOException("The signature scheme " + scheme + " is not known; hmac-sha256 is.");
        }
        return new Connection(
                json.path("transport").asText("tcp"),
                json.path("ip").asText("127.0.0.1"),
                json.path("shell_port").asInt(),
                json.path("control_port").asInt(),
                json.path("iopub_port").asInt(),
                json.path("stdin_port").asInt(),
                json.path("hb_port").asInt(),
                json.path("key").asText());
    }

    String address(int port) {
        return transport + "://" + ip + (transport.equals("ipc") ? "-" : ":") + port;
    }
}
