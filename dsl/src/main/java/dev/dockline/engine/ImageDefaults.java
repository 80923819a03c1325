package dev.dockline.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.spec.Command;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Entrypoint;
import dev.dockline.spec.EnvVar;
import dev.dockline.spec.Expose;
import dev.dockline.spec.Flag;
import dev.dockline.spec.Label;
import dev.dockline.spec.Option;
import dev.dockline.spec.Publish;
import dev.dockline.spec.Setting;
import dev.dockline.spec.User;
import dev.dockline.spec.VolumeMount;
import dev.dockline.spec.Workdir;
import java.util.List;
import java.util.stream.StreamSupport;

/** What an image says of each container made of it, so that a declaration need not. */
final class ImageDefaults {
    private final JsonNode config;

    /** The defaults of an image, from what an inspect of it answered. */
    ImageDefaults(JsonNode image) {
        this.config = image.path("Config");
    }

    /** A declaration without what the image says already. */
    ContainerSpec taken(ContainerSpec spec) {
        return new ContainerSpec(
                spec.name(),
                spec.settings().stream()
                        .filter(setting -> !says(setting) && !publishedToo(setting, spec))
                        .toList());
    }

    // What is published is exposed as well; engines tell both.
    private static boolean publishedToo(Setting setting, ContainerSpec spec) {
        return setting instanceof Expose expose
                && spec.all(Publish.class)
                        .anyMatch(publish -> publish.protocol() == expose.protocol()
                                && publish.container().first() <= expose.ports().first()
                                && expose.ports().last() <= publish.container().last());
    }

    private boolean says(Setting setting) {
        if (setting instanceof EnvVar variable) {
            return texts(config.path("Env")).contains(variable.name() + "=" + variable.value());
        }
        if (setting instanceof Label label) {
            var value = config.path("Labels").path(label.name());
            return value.isTextual() && value.asText().equals(label.value());
        }
        if (setting instanceof Expose expose) {
            return config.path("ExposedPorts")
                    .has(expose.ports() + "/" + expose.protocol().text());
        }
        if (setting instanceof VolumeMount volume) {
            return volume.anonymous() && config.path("Volumes").has(volume.target());
        }
        return saysOnce(setting);
    }

    private boolean saysOnce(Setting setting) {
        if (setting instanceof Command command) {
            return texts(config.path("Cmd")).equals(command.words());
        }
        if (setting instanceof Entrypoint entrypoint) {
            return texts(config.path("Entrypoint")).equals(entrypoint.words());
        }
        if (setting instanceof User user) {
            return config.path("User").asText().equals(user.name());
        }
        if (setting instanceof Option option && option.flag() == Flag.STOP_SIGNAL) {
            return config.path("StopSignal").asText().equals(option.value());
        }
        return setting instanceof Workdir workdir
                && config.path("WorkingDir").asText().equals(workdir.path());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
