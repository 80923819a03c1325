package dev.dockline.embedded.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Links of the default bridge: what they put into the linking container's environment and hosts file. */
public final class Links {
    private final Model model;
    private final Map<String, String> gone = new HashMap<>();

    Links(Model model) {
        this.model = model;
    }

    record Link(String target, String alias) {
        static Link parse(String text) {
            if (text.isEmpty()) throw Refused.failed("empty string specified for links");
            var parts = text.split(":", -1);
            if (parts.length > 2) throw Refused.failed("bad format for links: " + text);
            if (parts.length == 1) return new Link(text, text);
            var alias = parts[1];
            return new Link(parts[0], alias.substring(alias.lastIndexOf('/') + 1));
        }
    }

    /** Records a new container's links; the targets must be there. */
    void register(Container container) {
        for (var text : container.spec().host().links()) {
            var link = Link.parse(text);
            var target = model.containers()
                    .find(link.target())
                    .filter(found -> found != container)
                    .orElseThrow(() -> Refused.badRequest(
                            "could not get container for " + link.target() + ": No such container: " + link.target()));
            if (target.spec().host().network().equals("host")) throw hostNetwork();
            container.links().putIfAbsent(link.alias(), target.id());
        }
    }

    static Refused hostNetwork() {
        return Refused.badRequest("conflicting options: host type networking can't be used with links."
                + " This would result in undefined behavior");
    }

    /** As inspect shows them: {@code /db:/web/alias}. */
    public List<String> shown(Container container) {
        return container.links().entrySet().stream()
                .map(link -> "/" + name(link.getValue()) + ":/" + container.name() + "/" + link.getKey())
                .toList();
    }

    private String name(String id) {
        return model.containers().byId(id).map(Container::name).orElse(gone.getOrDefault(id, ""));
    }

    /** The target of {@code container/alias}. */
    Optional<Container> target(Container container, String alias) {
        return Optional.ofNullable(container.links().get(alias)).flatMap(model.containers()::byId);
    }

    /** A container is no more; those linked to it still name it. */
    void removed(Container target) {
        if (model.containers().all().stream()
                .anyMatch(container -> container.links().containsValue(target.id())))
            gone.put(target.id(), target.name());
    }

    void unlink(Container container, String alias) {
        model.changed("container", container.id());
        var target = container.links().remove(alias);
        if (target != null) container.hosts().forget(target);
    }

    // Who is not on the default bridge has links, and nothing of them.
    private static Map<String, String> atWork(Container container) {
        return container.endpoints().containsKey(Networks.BRIDGE) ? container.links() : Map.of();
    }

    /** The targets must run, on the default bridge. */
    void check(Container container) {
        atWork(container).forEach((alias, id) -> {
            var target = model.containers().byId(id);
            if (target.isEmpty() || !target.get().state().running())
                throw Refused.failed("Cannot link to a non running container: /" + name(id) + " AS /" + container.name()
                        + "/" + alias);
            if (!target.get().endpoints().containsKey(Networks.BRIDGE))
                throw Refused.failed("container " + id + " not attached to default bridge network");
        });
    }

    void writeHosts(Container container) {
        atWork(container).forEach((alias, id) -> {
            var target = model.containers().byId(id).orElseThrow();
            if (!alias.isEmpty()) container.hosts().add(target.address(), hostsNames(alias, target), id);
        });
    }

    /** Tells the containers linked to this one that it has a new address. */
    void moved(Container target) {
        for (var container : model.containers().all()) {
            if (container.links().containsValue(target.id())) container.hosts().move(target.id(), target.address());
        }
    }

    /** The variables that the links give a process started now. */
    public List<String> environment(Container container) {
        check(container);
        var all = new ArrayList<String>();
        atWork(container).forEach((alias, id) -> {
            if (!alias.isEmpty())
                all.addAll(variables(
                        container.name(), alias, model.containers().byId(id).orElseThrow()));
        });
        return all;
    }

    private static List<String> variables(String parent, String alias, Container target) {
        var prefix = alias.replace('-', '_').toUpperCase(Locale.ROOT);
        var all = new ArrayList<String>();
        ports(all, prefix, target);
        all.add(prefix + "_NAME=/" + parent + "/" + alias);
        for (var entry : target.config().env()) {
            var key = Config.key(entry);
            if (entry.contains("=") && !key.equals("HOME") && !key.equals("PATH")) all.add(prefix + "_ENV_" + entry);
        }
        return all;
    }

    private static void ports(List<String> all, String prefix, Container target) {
        var ports = List.copyOf(target.config().exposedPorts());
        if (ports.isEmpty()) return;
        var ip = target.address();
        all.add(prefix + "_PORT=" + url(ip, ports.get(0)));
        var first = 0;
        for (var i = 0; i < ports.size(); i++) {
            port(all, prefix, ip, ports.get(i));
            if (i + 1 < ports.size() && follows(ports.get(i), ports.get(i + 1))) continue;
            if (i > first) run(all, prefix, ip, ports.get(first), ports.get(i));
            first = i + 1;
        }
    }

    private static boolean follows(Port one, Port next) {
        return one.protocol().equals(next.protocol()) && next.number() == one.number() + 1;
    }

    private static void port(List<String> all, String prefix, String ip, Port port) {
        var name = prefix + "_PORT_" + port.number() + "_" + port.protocol().toUpperCase(Locale.ROOT);
        all.add(name + "=" + url(ip, port));
        all.add(name + "_ADDR=" + ip);
        all.add(name + "_PORT=" + port.number());
        all.add(name + "_PROTO=" + port.protocol());
    }

    private static void run(List<String> all, String prefix, String ip, Port first, Port last) {
        var name = prefix + "_PORT_" + first.number() + "_" + first.protocol().toUpperCase(Locale.ROOT);
        all.add(name + "_START=" + url(ip, first));
        all.add(name + "_PORT_START=" + first.number());
        all.add(name + "_END=" + url(ip, last));
        all.add(name + "_PORT_END=" + last.number());
    }

    private static String url(String ip, Port port) {
        return port.protocol() + "://" + ip + ":" + port.number();
    }

    // A name that is the alias too stands there once.
    private static String hostsNames(String alias, Container target) {
        var names = alias + " " + target.shortId();
        return alias.equals(target.name()) ? names : names + " " + target.name();
    }
}
