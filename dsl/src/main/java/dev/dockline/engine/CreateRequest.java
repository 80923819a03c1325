package dev.dockline.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import dev.dockline.spec.Access;
import dev.dockline.spec.Alias;
import dev.dockline.spec.Attach;
import dev.dockline.spec.Command;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Entrypoint;
import dev.dockline.spec.Expose;
import dev.dockline.spec.Healthcheck;
import dev.dockline.spec.Hostname;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.Label;
import dev.dockline.spec.Link;
import dev.dockline.spec.Mount;
import dev.dockline.spec.NetworkMode;
import dev.dockline.spec.Platform;
import dev.dockline.spec.Protocol;
import dev.dockline.spec.Publish;
import dev.dockline.spec.Switch;
import dev.dockline.spec.User;
import dev.dockline.spec.VolumeMount;
import dev.dockline.spec.VolumesFrom;
import dev.dockline.spec.Workdir;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a declaration into the request that makes the container. */
final class CreateRequest {
    private CreateRequest() {}

    /** The request for a declaration that names an image. */
    static CreateContainerCmd of(DockerClient docker, ContainerSpec spec) {
        var image = spec.one(ImageReference.class).orElseThrow().text();
        var config = hostConfig(spec);
        var request = docker.createContainerCmd(image).withHostConfig(config);
        if (!spec.name().isEmpty()) {
            request.withName(spec.name());
        }
        spec.one(Command.class).ifPresent(command -> request.withCmd(command.words()));
        spec.one(Entrypoint.class).ifPresent(entrypoint -> request.withEntrypoint(entrypoint.words()));
        spec.one(User.class).ifPresent(user -> request.withUser(user.name()));
        spec.one(Workdir.class).ifPresent(workdir -> request.withWorkingDir(workdir.path()));
        spec.one(Hostname.class).ifPresent(hostname -> request.withHostName(hostname.name()));
        request.withEnv(Environment.of(spec));
        spec.one(Platform.class).ifPresent(platform -> request.withPlatform(platform.name()));
        spec.one(Healthcheck.class).ifPresent(check -> request.withHealthcheck(healthCheck(check)));
        request.withAliases(spec.all(Alias.class).map(Alias::name).toList());
        request.withTty(spec.has(Switch.TTY));
        boolean attached = spec.has(Attach.class);
        request.withStdinOpen(spec.has(Switch.INTERACTIVE) || attached);
        request.withStdInOnce(attached).withAttachStdin(attached);
        request.withLabels(labels(spec));
        request.withVolumes(anonymousVolumes(spec));
        // Docker publishes no port that is not exposed as well, and says nothing.
        request.withExposedPorts(exposed(spec));
        Options.apply(spec, config, request);
        return request;
    }

    private static HealthCheck healthCheck(Healthcheck check) {
        var health = new HealthCheck().withTest(List.of("CMD-SHELL", check.command()));
        if (check.interval() != null) {
            health.withInterval(check.interval().toNanos());
        }
        return check.retries() == 0 ? health : health.withRetries(check.retries());
    }

    private static HostConfig hostConfig(ContainerSpec spec) {
        var config = HostConfig.newHostConfig()
                .withBinds(binds(spec))
                .withVolumesFrom(spec.all(VolumesFrom.class)
                        .map(CreateRequest::volumesFrom)
                        .toList())
                .withPortBindings(portBindings(spec))
                .withPublishAllPorts(spec.has(Switch.PUBLISH_ALL))
                .withAutoRemove(spec.has(Switch.AUTO_REMOVE))
                .withLinks(spec.all(Link.class)
                        .map(link -> new com.github.dockerjava.api.model.Link(link.target(), link.alias()))
                        .toArray(com.github.dockerjava.api.model.Link[]::new));
        spec.one(NetworkMode.class).ifPresent(network -> config.withNetworkMode(network.name()));
        return Limits.apply(spec, config);
    }

    private static List<Bind> binds(ContainerSpec spec) {
        return spec.all(Mount.class)
                .filter(mount -> !mount.bind().isEmpty())
                .map(mount -> Bind.parse(mount.bind()))
                .toList();
    }

    private static List<Volume> anonymousVolumes(ContainerSpec spec) {
        return spec.all(VolumeMount.class)
                .filter(VolumeMount::anonymous)
                .map(mount -> new Volume(mount.target()))
                .toList();
    }

    private static com.github.dockerjava.api.model.VolumesFrom volumesFrom(VolumesFrom from) {
        return new com.github.dockerjava.api.model.VolumesFrom(
                from.container(), from.access() == Access.READ_ONLY ? AccessMode.ro : AccessMode.rw);
    }

    private static Map<String, String> labels(ContainerSpec spec) {
        var labels = new LinkedHashMap<String, String>();
        spec.all(Label.class).forEach(label -> labels.put(label.name(), label.value()));
        return labels;
    }

    private static List<ExposedPort> exposed(ContainerSpec spec) {
        var ports = new ArrayList<ExposedPort>();
        spec.all(Expose.class).forEach(expose -> ports.addAll(each(expose.ports(), expose.protocol())));
        spec.all(Publish.class).forEach(publish -> ports.addAll(each(publish.container(), publish.protocol())));
        return ports.stream().distinct().toList();
    }

    private static Ports portBindings(ContainerSpec spec) {
        var bindings = new Ports();
        spec.all(Publish.class).forEach(publish -> bind(bindings, publish));
        return bindings;
    }

    // A host range for one container port is the engine's to choose from; ranges of equal length go pair by pair.
    private static void bind(Ports bindings, Publish publish) {
        var inside = each(publish.container(), publish.protocol());
        for (int i = 0; i < inside.size(); i++) {
            String host = publish.host() == null
                    ? ""
                    : inside.size() == 1
                            ? publish.host().toString()
                            : String.valueOf(publish.host().first() + i);
            bindings.add(new PortBinding(new Ports.Binding(publish.address(), host), inside.get(i)));
        }
    }

    private static List<ExposedPort> each(dev.dockline.spec.Ports ports, Protocol protocol) {
        return java.util.stream.IntStream.rangeClosed(ports.first(), ports.last())
                .mapToObj(port -> new ExposedPort(port, InternetProtocol.parse(protocol.text())))
                .toList();
    }
}
