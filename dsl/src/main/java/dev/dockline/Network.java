package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.error.InvalidName;

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
