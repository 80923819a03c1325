package dev.dockline.engine;

import dev.dockline.error.MalformedSetting;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.EnvFile;
import dev.dockline.spec.EnvVar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The variables that a declaration gives a container: those of its files first, its own over them. */
final class Environment {
    private Environment() {}

    static List<String> of(ContainerSpec spec) {
        var variables = new LinkedHashMap<String, String>();
        spec.all(EnvFile.class)
                .forEach(file -> read(file).forEach(variable -> variables.put(variable.name(), variable.value())));
        spec.all(EnvVar.class).forEach(variable -> variables.put(variable.name(), variable.value()));
        var lines = new ArrayList<String>();
        variables.forEach((name, value) -> lines.add(name + "=" + value));
        return lines;
    }

    // As the docker CLI reads it: no quotes are taken off, and a name alone takes this process's own value.
    private static List<EnvVar> read(EnvFile file) {
        try {
            return Files.readAllLines(Path.of(file.path())).stream()
                    .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                    .filter(line -> line.contains("=") || System.getenv(line.strip()) != null)
                    .map(line -> line.contains("=")
                            ? EnvVar.parse(line.stripLeading())
                            : new EnvVar(line.strip(), System.getenv(line.strip())))
                    .toList();
        } catch (IOException e) {
            throw new MalformedSetting("envFile", file.path(), "the file cannot be read: " + e.getMessage());
        }
    }
}
