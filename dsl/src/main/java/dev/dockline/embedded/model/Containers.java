package dev.dockline.embedded.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The containers and their names. Guarded by the model's lock. */
public final class Containers {
    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9_.-]+";

    private static final int LOST = 255;

    private final Model model;
    private final Map<String, Container> containers = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    Containers(Model model) {
        this.model = model;
    }

    public Collection<Container> all() {
        return List.copyOf(containers.values());
    }

    Map<String, String> names() {
        return names;
    }

    public Optional<Container> byId(String id) {
        return Optional.ofNullable(containers.get(id));
    }

    /** By id, name, {@code container/alias} of a link, or the beginning of an id. */
    public Optional<Container> find(String reference) {
        var name = reference.startsWith("/") ? reference.substring(1) : reference;
        if (containers.containsKey(reference)) return byId(reference);
        if (names.containsKey(name)) return byId(names.get(name));
        var slash = name.indexOf('/');
        if (slash > 0) return linked(name.substring(0, slash), name.substring(slash + 1));
        return Ids.byPrefix(containers.keySet(), reference).map(containers::get);
    }

    private Optional<Container> linked(String parent, String alias) {
        return Optional.ofNullable(names.get(parent))
                .flatMap(this::byId)
                .flatMap(container -> model.links().target(container, alias));
    }

    public Container get(String reference) {
        return find(reference).orElseThrow(() -> Refused.noSuchContainer(reference));
    }

    /** A new container; an empty name means any. What is refused leaves no container behind. */
    public Container create(String name, ContainerSpec asked) {
        CreateCheck.settings(asked);
        var image = model.images().get(asked.image());
        var spec = asked.over(image.config());
        if (spec.config().command().isEmpty()) throw Refused.badRequest("no command specified");
        var id = Ids.random();
        var plan = new MountPlan(model);
        var container = new Container(id, reserve(name, id), model.now(), spec, image.id(), plan.mounts());
        try {
            plan.declared(spec.host());
            if (Networks.isPredefined(spec.host().network())) model.links().register(container);
            plan.anonymous(spec.config());
            Connections.endpoints(spec)
                    .forEach((network, endpoint) -> container.endpoints().put(network, Endpoint.idle(endpoint)));
        } catch (Refused e) {
            names.remove(container.name());
            dropAnonymous(container);
            emit("destroy", container, Map.of());
            throw e;
        }
        containers.put(id, container);
        emit("create", container, Map.of());
        return container;
    }

    /** A container of an earlier session, in which it ended at the latest. */
    public void restore(KeptContainer kept) {
        restored(kept).state(kept.state().running() ? kept.state().exited(LOST, model.now()) : kept.state());
    }

    /** A container of another engine, as it is there. */
    public Container adopt(KeptContainer kept, List<PortBinding> published) {
        var container = restored(kept);
        container.state(kept.state());
        container.published().addAll(published);
        return container;
    }

    private Container restored(KeptContainer kept) {
        var container = new Container(
                kept.id(), kept.name(), kept.created(), kept.spec(), kept.imageId(), new TreeMap<>(kept.mounts()));
        container.links().putAll(kept.links());
        container.endpoints().putAll(kept.endpoints());
        containers.put(container.id(), container);
        names.put(container.name(), container.id());
        return container;
    }

    private String reserve(String wanted, String id) {
        var name = wanted.startsWith("/") ? wanted.substring(1) : wanted;
        if (name.isEmpty()) name = RandomNames.next(names::containsKey);
        else checkName(wanted);
        var conflict = conflict(name);
        if (conflict.isPresent()) throw conflict.get();
        names.put(name, id);
        return name;
    }

    private Optional<Refused> conflict(String name) {
        return Optional.ofNullable(names.get(name))
                .map(holder -> Refused.conflict("Conflict. The container name \"/" + name
                        + "\" is already in use by container \"" + holder
                        + "\". You have to remove (or rename) that container to be able to reuse that name."));
    }

    static void checkName(String name) {
        if (!name.matches("/?" + NAME))
            throw Refused.badRequest(
                    "Invalid container name (" + name + "), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed");
    }

    public void rename(String reference, String newName) {
        if (newName.isEmpty()) throw Refused.badRequest("Neither old nor new names may be empty");
        var container = get(reference);
        var name = newName.startsWith("/") ? newName.substring(1) : newName;
        if (name.equals(container.name()))
            throw Refused.badRequest("Renaming a container with the same name as its current name");
        try {
            checkName("/" + name);
        } catch (Refused e) {
            throw Refused.badRequest("Error when allocating new name: " + e.getMessage());
        }
        conflict(name).ifPresent(refused -> {
            throw Refused.conflict("Error when allocating new name: " + refused.getMessage());
        });
        var old = container.name();
        names.remove(old);
        names.put(name, container.id());
        container.rename(name);
        model.connections().renamed(container);
        emit("rename", container, Map.of("oldName", "/" + old));
    }

    /** Takes away the link {@code container/alias}, not the container it leads to. */
    public void unlink(String reference) {
        var name = reference.startsWith("/") ? reference.substring(1) : reference;
        var slash = name.indexOf('/');
        var parent = slash < 0 ? null : names.get(name.substring(0, slash));
        if (parent == null) throw Refused.failed("Cannot get parent / for name /" + name);
        model.links().unlink(containers.get(parent), name.substring(slash + 1));
    }

    /** Takes the container away, with the anonymous volumes nobody else uses if asked. Returns those. */
    public List<Volume> remove(Container container, boolean volumes) {
        containers.remove(container.id());
        names.remove(container.name());
        model.links().removed(container);
        var dropped = volumes ? dropAnonymous(container) : List.<Volume>of();
        emit("destroy", container, Map.of());
        return dropped;
    }

    private List<Volume> dropAnonymous(Container container) {
        var unused = container.mounts().stream()
                .filter(Mount::isVolume)
                .flatMap(mount -> model.volumes().find(mount.source()).stream())
                .filter(volume -> volume.anonymous()
                        && model.volumes().users(volume.name()).isEmpty())
                .distinct()
                .toList();
        unused.forEach(model.volumes()::drop);
        return unused;
    }

    public void emit(String action, Container container, Map<String, String> more) {
        var attributes = container.eventAttributes();
        attributes.putAll(more);
        model.events().emit("container", action, container.id(), attributes);
    }
}
