package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Network.Ipam;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.error.InvalidName;
import dev.dockline.error.NetworkDiffers;
import dev.dockline.spec.Label;
import dev.dockline.spec.NetworkSpec;
import dev.dockline.state.NetworkState;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A network by its name: {@code network("lab").subnet("10.5.0.0/24").create()}.
 *
 * <p>Nouns declare what {@link #create} makes; the other verbs go by the name.
 */
public final class Network {
    private final Docker connection;
    private final String name;
    private NetworkSpec spec = NetworkSpec.BRIDGE;

    Network(Docker docker, String name) {
        if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]*")) {
            throw new InvalidName("Cannot name a network \"" + name + "\"", name);
        }
        this.connection = docker;
        this.name = name;
    }

    /** One that is declared as an engine tells it. */
    static Network declaredAs(Docker docker, JsonNode inspected) {
        var told = NetworkState.of(inspected);
        var network = new Network(docker, told.name());
        network.spec = new NetworkSpec(
                told.driver(),
                told.subnet(),
                told.gateway(),
                inspected.path("Internal").asBoolean(),
                told.labels());
        return network;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Declares its subnet: {@code subnet("10.5.0.0/24")}. */
    public Network subnet(String range) {
        spec = spec.withSubnet(range);
        return this;
    }

    /** Declares the gateway's address in its subnet. */
    public Network gateway(String address) {
        spec = spec.withGateway(address);
        return this;
    }

    /** Declares that it has no way to the outside. */
    public Network internal() {
        spec = spec.withoutOutside();
        return this;
    }

    /** Declares its driver; a bridge unless said otherwise. */
    public Network driver(String driver) {
        spec = spec.withDriver(driver);
        return this;
    }

    /** Declares a label. */
    public Network label(String label, String value) {
        spec = spec.with(new Label(label, value));
        return this;
    }

    /**
     * Makes it; if it is there already as it is declared, that is well.
     *
     * @throws NetworkDiffers if one of that name has another driver or subnet
     */
    public Network create() {
        return docker().act(act("create"), () -> {
            // Docker 20 would make a second one of the same name, and the name would lead to neither.
            if (exists()) {
                requireAlike(NetworkState.of(docker().link().read(path())));
            } else {
                make();
            }
            return this;
        });
    }

    private void make() {
        var request = docker().link()
                .docker()
                .createNetworkCmd()
                .withName(name)
                .withCheckDuplicate(true)
                .withInternal(spec.internal())
                .withLabels(spec.labels());
        if (!spec.driver().isEmpty()) {
            request.withDriver(spec.driver());
        }
        if (!spec.subnet().isEmpty()) {
            var pool = new Ipam.Config().withSubnet(spec.subnet());
            request.withIpam(new Ipam().withConfig(spec.gateway().isEmpty() ? pool : pool.withGateway(spec.gateway())));
        }
        request.exec();
    }

    private void requireAlike(NetworkState there) {
        if (!spec.subnet().isEmpty() && !spec.subnet().equals(there.subnet())) {
            throw new NetworkDiffers(act("create").what(), name, "subnet " + there.subnet());
        }
        if (!spec.driver().isEmpty() && !spec.driver().equals(there.driver())) {
            throw new NetworkDiffers(act("create").what(), name, "driver " + there.driver());
        }
    }

    private String path() {
        return "/networks/" + Engine.part(name);
    }

    private boolean exists() {
        try {
            docker().link().docker().inspectNetworkCmd().withNetworkId(name).exec();
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
                () -> docker().link()
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
                () -> docker().link()
                        .docker()
                        .disconnectFromNetworkCmd()
                        .withNetworkId(name)
                        .withContainerId(target)
                        .exec());
    }

    private Network member(String verb, String container, String already, Runnable step) {
        return docker().act(act(verb), () -> {
            docker().touched(container);
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

    /** What it is. */
    public NetworkState state() {
        return docker().read(act("see"), () -> NetworkState.of(docker().link().read(path())));
    }

    /** The containers on it, running or not. */
    public Containers containers() {
        return docker().containers().on(this);
    }

    /** All that the engine tells of it, as JSON. */
    public JsonNode inspect() {
        return docker().read(act("inspect"), () -> docker().link().read(path()));
    }

    /**
     * Removes it.
     *
     * @throws dev.dockline.error.NetworkInUse if a running container is on it
     */
    public void remove() {
        docker().act(
                        act("remove"),
                        () -> docker().link().docker().removeNetworkCmd(name).exec());
    }

    private Act act(String verb) {
        return new Act(verb, "network", name);
    }

    // While a plan is made, what is asked of the engine is asked of the imagined one.
    private Docker docker() {
        return connection.reached();
    }

    @Override
    public String toString() {
        return "network(\"" + name + "\")" + spec;
    }
}
