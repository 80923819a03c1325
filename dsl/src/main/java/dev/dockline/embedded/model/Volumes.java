package dev.dockline.embedded.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The volumes, and who uses which. Guarded by the model's lock. */
public final class Volumes {
    private static final String ANONYMOUS_LABEL = "com.docker.volume.anonymous";
    private static final String PATTERN = "[a-zA-Z0-9][a-zA-Z0-9_.-]";

    private final Model model;
    private final Map<String, Volume> volumes = new TreeMap<>();

    Volumes(Model model) {
        this.model = model;
    }

    public Collection<Volume> all() {
        return List.copyOf(volumes.values());
    }

    public Optional<Volume> find(String name) {
        return Optional.ofNullable(volumes.get(name));
    }

    public Volume get(String name) {
        return find(name).orElseThrow(() -> Refused.notFound("get " + name + ": no such volume"));
    }

    /** The volume of this name, made if it is not there; an empty name makes an anonymous one. */
    public Volume create(String name, String driver, Map<String, String> labels, Map<String, String> options) {
        if (!driver.isEmpty() && !driver.equals("local"))
            throw Refused.notFound("create " + name + ": error looking up volume plugin " + driver + ": plugin \""
                    + driver + "\" not found");
        if (volumes.containsKey(name)) return volumes.get(name);
        if (!options.isEmpty()) throw Refused.notDone("keeps volumes in plain folders and takes no driver options");
        if (name.isEmpty()) return anonymous(labels);
        check(name);
        return add(new Volume(name, model.now(), labels, options, false));
    }

    private Volume anonymous(Map<String, String> labels) {
        var all = new LinkedHashMap<>(labels);
        all.put(ANONYMOUS_LABEL, "");
        return add(new Volume(Ids.random(), model.now(), all, Map.of(), true));
    }

    private Volume add(Volume volume) {
        volumes.put(volume.name(), volume);
        model.events().emit("volume", "create", volume.name(), Map.of("driver", "local"));
        return volume;
    }

    /** A volume of an earlier session. */
    public void restore(Volume volume) {
        volumes.put(volume.name(), volume);
    }

    static void check(String name) {
        if (name.length() == 1)
            throw Refused.badRequest("create " + name
                    + ": volume name is too short, names should be at least two alphanumeric characters");
        if (!name.matches(PATTERN + "+"))
            throw Refused.badRequest("create " + name + ": \"" + name
                    + "\" includes invalid characters for a local volume name, only \"" + PATTERN
                    + "\" are allowed. If you intended to pass a host directory, use absolute path");
    }

    /** Takes the volume away; a force forgives only that it is not there. */
    public Optional<Volume> remove(String name, boolean force) {
        if (force && !volumes.containsKey(name)) return Optional.empty();
        var volume = get(name);
        var users = users(name);
        if (!users.isEmpty())
            throw Refused.conflict("remove " + name + ": volume is in use - ["
                    + String.join(", ", users.stream().map(Container::id).toList()) + "]");
        drop(volume);
        return Optional.of(volume);
    }

    /** Takes away what nobody uses: anonymous ones, or all of them. */
    public List<Volume> prune(boolean all, java.util.function.Predicate<Volume> filter) {
        var unused = new ArrayList<Volume>();
        for (var volume : all()) {
            if ((all || volume.anonymous())
                    && filter.test(volume)
                    && users(volume.name()).isEmpty()) unused.add(volume);
        }
        unused.forEach(this::drop);
        model.events().pruned("volume", 0);
        return unused;
    }

    private boolean isAnonymous(String name) {
        return find(name).filter(Volume::anonymous).isPresent();
    }

    /**
     * Those that keep it from being removed. One that has a named volume from another container does so only from its
     * first start on, as Docker has it.
     */
    public List<Container> users(String name) {
        return model.containers().all().stream()
                .filter(container -> container.mounts().stream()
                        .anyMatch(mount -> mount.isVolume()
                                && mount.source().equals(name)
                                && container.holds(mount, isAnonymous(name))))
                .toList();
    }

    void drop(Volume volume) {
        volumes.remove(volume.name());
        model.events().emit("volume", "destroy", volume.name(), Map.of("driver", "local"));
    }
}
