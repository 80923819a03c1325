package dev.dockline.embedded.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** What must hold between the parts of a model, whatever was done and whoever was interrupted. */
final class Invariants {
    private final Model model;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Model model) {
        this.model = model;
    }

    static List<String> violations(Model model) {
        var check = new Invariants(model);
        check.names();
        model.containers().all().forEach(check::container);
        check.addresses();
        check.ports();
        return check.broken;
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) broken.add(otherwise);
    }

    private void names() {
        var names = model.containers().names();
        names.forEach((name, id) -> expect(
                model.containers().byId(id).filter(c -> c.name().equals(name)).isPresent(),
                "the name " + name + " leads to no container of that name"));
        expect(
                names.size() == model.containers().all().size(),
                names.size() + " names for " + model.containers().all().size() + " containers");
    }

    private void container(Container container) {
        var running = container.state().running();
        var name = container.name();
        expect(running || container.published().isEmpty(), name + " does not run and holds ports");
        expect(running == container.state().pid() > 0, name + " has a process id that does not fit its state");
        container
                .endpoints()
                .forEach((network, endpoint) ->
                        expect(running || !endpoint.joined(), name + " does not run and is on the network " + network));
        container.mounts().stream()
                .filter(mount -> mount.isVolume() && container.holds(mount, false))
                .forEach(mount -> expect(
                        model.volumes().find(mount.source()).isPresent(),
                        name + " mounts the volume " + mount.source() + " that is not there"));
    }

    private void addresses() {
        var seen = new HashMap<String, String>();
        for (var container : model.containers().all()) {
            for (var endpoint : container.endpoints().values()) {
                if (endpoint.address().isEmpty()) continue;
                var other = seen.put(endpoint.address(), container.name());
                expect(other == null, endpoint.address() + " belongs to " + container.name() + " and to " + other);
            }
        }
    }

    private void ports() {
        var seen = new HashSet<String>();
        for (var container : model.containers().all()) {
            for (var held : container.published()) {
                var key = held.hostIp() + ":" + held.hostPort() + "/"
                        + held.port().protocol();
                expect(seen.add(key), "two containers hold the port " + key);
            }
        }
    }
}
