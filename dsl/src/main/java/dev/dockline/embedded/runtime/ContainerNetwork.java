package dev.dockline.embedded.runtime;

import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.net.Connection;
import dev.dockline.embedded.net.Fabric;
import dev.dockline.embedded.net.Listener;
import dev.dockline.embedded.program.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The network as a container sees it: its hosts file, its networks' names, its neighbours. */
final class ContainerNetwork implements Network {
    private final Model model;
    private final Fabric fabric;
    private final Container container;
    private final FileView files;
    private final Runnable portsChanged;

    ContainerNetwork(Model model, Fabric fabric, Container container, FileView files, Runnable portsChanged) {
        this.model = model;
        this.fabric = fabric;
        this.container = container;
        this.files = files;
        this.portsChanged = portsChanged;
    }

    @Override
    public Optional<String> resolve(String name) {
        if (name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) return Optional.of(name);
        var line = hostsFile()
                .lines()
                .map(text -> text.replaceAll("#.*", "").strip().split("\\s+"))
                .filter(words -> !words[0].contains(":"))
                .filter(words -> Arrays.stream(words).skip(1).anyMatch(name::equalsIgnoreCase))
                .findFirst();
        if (line.isPresent()) return Optional.of(line.get()[0]);
        return model.locked(() -> model.connections().resolve(container, name));
    }

    private String hostsFile() {
        try {
            return new String(files.readAll("/etc/hosts"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // A container may have lost its hosts file; then its names come from its networks alone.
            return "";
        }
    }

    @Override
    public Connection connect(String address, int port) {
        if (isOwn(address)) return fabric.connect(address, container.id(), port);
        return model.locked(() -> neighbour(address))
                .map(other -> fabric.connect(address(), other.id(), port))
                .orElse(null);
    }

    private boolean isOwn(String address) {
        return address.startsWith("127.") || model.locked(() -> has(container, address));
    }

    private Optional<Container> neighbour(String address) {
        if (!model.connections().reaches(container, address)) return Optional.empty();
        return model.containers().all().stream()
                .filter(other -> has(other, address))
                .findFirst();
    }

    private static boolean has(Container container, String address) {
        return container.endpoints().values().stream()
                .anyMatch(endpoint -> endpoint.address().equals(address));
    }

    @Override
    public boolean answers(String address) {
        return isOwn(address) || model.locked(() -> neighbour(address).isPresent() || isGateway(address));
    }

    private boolean isGateway(String address) {
        return model.connections().reaches(container, address)
                && model.networks().all().stream()
                        .anyMatch(network -> network.gateway().equals(address));
    }

    @Override
    public Listener listen(int port) {
        return fabric.listen(container.id(), port, portsChanged);
    }

    @Override
    public String address() {
        return model.locked(container::address);
    }

    @Override
    public String hostname() {
        return container.hostname();
    }
}
