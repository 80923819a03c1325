package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.error.InvalidName;
import java.util.List;
import java.util.regex.Pattern;

/** A network by its name. */
public final class Network {
    private final Docker docker;
    private final String name;

    Network(Docker docker, String name) {
        if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]*")) {
            throw new InvalidName("Cannot name a network \"" + name + "\"", name);
        }
        this.docker = docker;
        this.name = name;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Makes it, a bridge; if it is there already, that is well. */
    public Network create() {
        return docker.act(act("create"), () -> {
            // Docker 20 would make a second one of the same name, and the name would lead to neither.
            if (!exists()) {
                docker.link()
                        .docker()
                        .createNetworkCmd()
                        .withName(name)
                        .withCheckDuplicate(true)
                        .exec();
            }
            return this;
        });
    }

    private boolean exists() {
        try {
            docker.link().docker().inspectNetworkCmd().withNetworkId(name).exec();
            return true;
        } catch (NotFoundException missing) {
            return false;
        }
    }

    /** Takes a container in, running or not; if it is in already, that is well. */
    public Network connect(Container container) {
        return connect(container.target("connect"), List.of());
    }

    /** Takes a container in under another name besides its own: {@code lab.connect(db, "db")}. */
    public Network connect(Container container, String alias) {
        return connect(container.target("connect"), List.of(alias));
    }

    private Network connect(String container, List<String> aliases) {
        return member(
                "connect to",
                container,
                "already exists in network|already connected",
                () -> docker.link()
                        .docker()
                        .connectToNetworkCmd()
                        .withNetworkId(name)
                        .withContainerId(container)
                        .withContainerNetwork(new ContainerNetwork().withAliases(aliases))
                        .exec());
    }

    /** Takes a container out; if it is out already, that is well. */
    public Network disconnect(Container container) {
        String target = container.target("disconnect");
        return member(
                "disconnect from",
                target,
                "is not connected to",
                () -> docker.link()
                        .docker()
                        .disconnectFromNetworkCmd()
                        .withNetworkId(name)
                        .withContainerId(target)
                        .exec());
    }

    private Network member(String verb, String container, String already, Runnable step) {
        return docker.act(act(verb), () -> {
            docker.touched(container);
            try {
                step.run();
            } catch (DockerException refused) {
                if (!Pattern.compile(already).matcher(refused.getMessage()).find()) {
                    throw refused;
                }
            }
            return this;
        });
    }

    /** All that the engine tells of it, as JSON. */
    public JsonNode inspect() {
        return docker.read(act("inspect"), () -> docker.link().read("/networks/" + Engine.part(name)));
    }

    /**
     * Removes it.
     *
     * @throws dev.dockline.error.NetworkInUse if a running container is on it
     */
    public void remove() {
        docker.act(
                act("remove"),
                () -> docker.link().docker().removeNetworkCmd(name).exec());
    }

    private Act act(String verb) {
        return new Act(verb, "network", name);
    }

    @Override
    public String toString() {
        return "network(\"" + name + "\")";
    }
}
