package dev.dockline.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.EngineRefused;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.EnvVar;
import dev.dockline.spec.ExtraHost;
import dev.dockline.spec.Label;
import dev.dockline.spec.Link;
import dev.dockline.spec.NetworkMode;
import dev.dockline.spec.Setting;
import dev.dockline.state.LinkLabel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the links of a container that is about to be made, by the engine where it can, else by Dockline. */
public final class Links {
    private final Engine engine;
    private final Act act;
    private final ContainerSpec spec;
    private PrivateNetwork network;
    private String owner;

    private Links(Engine engine, Act act, ContainerSpec spec) {
        this.engine = engine;
        this.act = act;
        this.spec = spec;
        this.owner = spec.name();
    }

    /** The links of a declaration; nothing is made yet. */
    public static Links of(Engine engine, Act act, ContainerSpec spec) {
        return new Links(engine, act, spec);
    }

    /**
     * Makes what the links need, and returns the declaration that the engine is to be sent.
     *
     * @throws dev.dockline.error.NoSuchLinkTarget if a target is not there
     * @throws dev.dockline.error.LinkTargetNotRunning if a target does not run, where Dockline makes the links
     */
    public ContainerSpec prepare() {
        if (!spec.has(Link.class)) {
            return spec;
        }
        return byEngine() ? told() : made();
    }

    private boolean byEngine() {
        String mode = spec.one(NetworkMode.class).map(NetworkMode::name).orElse("bridge");
        return engine.flavour().links() && !engine.ownLinks() && mode.matches("bridge|default|host|none");
    }

    /** Whether a network is one that Dockline made for links. */
    public static boolean isForLinks(String network) {
        return network.startsWith(PrivateNetwork.PREFIX);
    }

    /** Joins the container that was made, and not started yet, to its targets. */
    public void join(String id) {
        if (network != null) {
            network.join(id, List.of(), network.address(0));
        }
    }

    /** Takes back what was prepared. */
    public void discard() {
        if (network != null) {
            network.remove();
        }
    }

    /** Removes what the links of a container needed, after the container itself has gone. */
    public static void release(Engine engine, JsonNode inspected) {
        var network = PrivateNetwork.of(engine, inspected);
        if (network != null) {
            LinkLabel.read(inspected.path("Config").path("Labels")).forEach(link -> network.leave(link.id()));
            network.remove();
        }
    }

    // A missing target is the engine's to refuse, in the words that are told for every engine.
    private ContainerSpec told() {
        var links = new ArrayList<LinkLabel>();
        for (var link : spec.all(Link.class).toList()) {
            String id = engine.idOf(link.target());
            if (!id.isEmpty()) {
                links.add(new LinkLabel(link.target(), link.alias(), id, ""));
            }
        }
        return links.isEmpty() ? spec : spec.with(new Label(LinkLabel.NAME, LinkLabel.write(links)));
    }

    private ContainerSpec made() {
        requireNetwork();
        if (owner.isEmpty()) {
            owner = "linked-"
                    + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        }
        var targets = new LinkedHashMap<Link, Target>();
        spec.all(Link.class).forEach(link -> targets.put(link, Target.find(engine, act, owner, link.target())));
        PrivateNetwork.sweep(engine);
        network = PrivateNetwork.create(engine);
        boolean done = false;
        try {
            var result = linked(targets);
            done = true;
            return result;
        } finally {
            if (!done) {
                Handover.cleanUp(this::discard);
            }
        }
    }

    private void requireNetwork() {
        if (spec.one(NetworkMode.class)
                .filter(mode -> mode.name().equals("host"))
                .isPresent()) {
            throw new EngineRefused(
                    act.what(),
                    "conflicting options: host type networking can't be used with links."
                            + " This would result in undefined behavior",
                    null);
        }
    }

    private ContainerSpec linked(Map<Link, Target> targets) {
        var addresses = join(targets);
        var result = new ContainerSpec(
                owner,
                spec.settings().stream()
                        .filter(setting -> !(setting instanceof Link))
                        .toList());
        var links = new ArrayList<LinkLabel>();
        for (var link : targets.keySet()) {
            var target = targets.get(link);
            String address = addresses.get(target.id());
            result = named(result, link, target, address);
            for (var variable : LinkVariables.of(owner, link.alias(), address, target.exposed(), target.environment())
                    .entrySet()) {
                result = unlessDeclared(result, new EnvVar(variable.getKey(), variable.getValue()));
            }
            links.add(new LinkLabel(target.name(), link.alias(), target.id(), address));
        }
        return result.with(new Label(LinkLabel.NAME, LinkLabel.write(links)))
                .with(new Label(PrivateNetwork.LABEL, network.name()));
    }

    private Map<String, String> join(Map<Link, Target> targets) {
        var aliases = new LinkedHashMap<String, List<String>>();
        targets.forEach((link, target) ->
                aliases.computeIfAbsent(target.id(), id -> new ArrayList<>()).add(link.alias()));
        var addresses = new LinkedHashMap<String, String>();
        aliases.forEach((id, names) -> {
            String address = network.address(addresses.size() + 1);
            network.join(id, names, address);
            addresses.put(id, address);
        });
        return addresses;
    }

    private static ContainerSpec named(ContainerSpec spec, Link link, Target target, String address) {
        return unlessDeclared(
                unlessDeclared(spec, new ExtraHost(link.alias(), address)), new ExtraHost(target.name(), address));
    }

    private static ContainerSpec unlessDeclared(ContainerSpec spec, Setting setting) {
        boolean declared =
                spec.settings().stream().anyMatch(other -> other.key().equals(setting.key()));
        return declared ? spec : spec.with(setting);
    }
}
