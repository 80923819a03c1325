package dev.dockline.compose;

import dev.dockline.error.MalformedCompose;
import dev.dockline.spec.ContainerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Containers as a Compose file says them.
 *
 * @param services what each service declares, those first that others depend on
 * @param networks the networks that the file itself makes
 */
public record ComposeFile(List<ContainerSpec> services, List<String> networks) {
    /** Copies the lists. */
    public ComposeFile {
        services = List.copyOf(services);
        networks = List.copyOf(networks);
    }

    /**
     * Reads a file, with the variables of this process.
     *
     * @throws MalformedCompose if it is none, or says what no noun says
     * @throws IOException if it cannot be read
     * @throws IllegalStateException if the library for it is not there: {@code org.yaml:snakeyaml:2.5}
     */
    public static ComposeFile read(Path file) throws IOException {
        var name = file.getFileName().toString();
        try {
            var tree = Loaded.of(Files.readString(file), new Variables(System.getenv()::get));
            return new Reading(file, tree).read();
        } catch (NoClassDefFoundError missing) {
            throw new IllegalStateException(
                    "a Compose file needs the library org.yaml:snakeyaml:2.5, which is not there", missing);
        } catch (YAMLException | IllegalArgumentException e) {
            throw new MalformedCompose(name, String.valueOf(e.getMessage()), e);
        }
    }

    /** The file for some declarations; what it cannot say stands in comments at its head. */
    public static String yaml(List<ContainerSpec> specs) {
        var comments = new StringBuilder();
        var services = new LinkedHashMap<String, Object>();
        var volumes = new LinkedHashMap<String, Object>();
        var networks = new LinkedHashMap<String, Object>();
        for (var spec : specs) {
            var service = Service.of(spec);
            var name = spec.name().isEmpty() ? "app" + (services.isEmpty() ? "" : services.size() + 1) : spec.name();
            service.unsaid()
                    .forEach(each -> comments.append("# not said here, since Compose has no key for it: ")
                            .append(name)
                            .append('.')
                            .append(each)
                            .append('\n'));
            services.put(name, service.keys());
            // Under their own names, not under the file's.
            service.volumes().forEach(volume -> volumes.put(volume, Map.of("name", volume)));
            service.networks().forEach(network -> networks.put(network, external(network)));
        }
        var file = new LinkedHashMap<String, Object>();
        file.put("services", services);
        if (!volumes.isEmpty()) {
            file.put("volumes", volumes);
        }
        if (!networks.isEmpty()) {
            file.put("networks", networks);
        }
        return comments + Yaml.of(file);
    }

    private static Map<String, Object> external(String network) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("name", network);
        keys.put("external", true);
        return keys;
    }

    /** The Java that makes it all. */
    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        networks.forEach(network -> lines.add("network(\"" + network + "\").create();"));
        services.forEach(spec -> lines.add(spec.imageFirst() + ".up();"));
        return String.join("\n", lines) + "\n";
    }
}
