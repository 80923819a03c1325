package dev.dockline.shell.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tells Jupyter of the kernel, by a file in the folder where it looks for kernels. */
public final class Installation {
    private Installation() {}

    /** The folder for one user: {@code $JUPYTER_DATA_DIR}, or else where Jupyter keeps a user's data on this system. */
    public static Path userFolder(Map<String, String> environment) {
        var named = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        var data = environment.getOrDefault("XDG_DATA_HOME", "");
        var home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return (data.isEmpty() ? Path.of(home, ".local", "share") : Path.of(data)).resolve("jupyter");
    }

    /** Writes the file below a folder of Jupyter's data, and returns where. */
    public static Path install(Path jupyter, String launcher) throws IOException {
        var folder = jupyter.resolve("kernels").resolve("dockline");
        Files.createDirectories(folder);
        var json = new ObjectMapper().createObjectNode();
        json.putArray("argv").add(launcher).add("kernel").add("run").add("{connection_file}");
        json.put("display_name", "Dockline").put("language", "java").put("interrupt_mode", "message");
        return Files.writeString(folder.resolve("kernel.json"), json.toPrettyString() + "\n");
    }
}
