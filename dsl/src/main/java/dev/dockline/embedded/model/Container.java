package dev.dockline.embedded.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A container: what was asked for, and what became of it. Guarded by the model's lock. */
public final class Container {
    private final String id;
    private final Instant created;
    private final ContainerSpec spec;
    private final String imageId;
    private final Map<String, Mount> mounts;
    private final Map<String, String> links = new TreeMap<>();
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final List<PortBinding> published = new ArrayList<>();
    private final Hosts hosts = new Hosts();
    private String name;
    private Map<String, Endpoint> places = Map.of();
    private RunState state = RunState.CREATED;
    private Health health;

    Container(String id, String name, Instant created, ContainerSpec spec, String imageId, Map<String, Mount> mounts) {
        this.id = id;
        this.name = name;
        this.created = created;
        this.spec = spec;
        this.imageId = imageId;
        this.mounts = mounts;
    }

    public String id() {
        return id;
    }

    public String shortId() {
        return Ids.abbreviate(id);
    }

    /** The name without the slash that the API puts before it. */
    public String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }

    public Instant created() {
        return created;
    }

    public ContainerSpec spec() {
        return spec;
    }

    public Config config() {
        return spec.config();
    }

    public String imageId() {
        return imageId;
    }

    public String hostname() {
        return spec.hostname().isEmpty() ? shortId() : spec.hostname();
    }

    /** Ordered by destination. */
    public Collection<Mount> mounts() {
        return mounts.values();
    }

    /** Whether what it mounts may not be removed. */
    boolean holds(Mount mount, boolean anonymous) {
        return mount.heldAtOnce(anonymous) || state.hasStarted();
    }

    /** The links of the default bridge: alias to the target's id. */
    public Map<String, String> links() {
        return links;
    }

    /** The places on networks by the network's name. */
    public Map<String, Endpoint> endpoints() {
        return endpoints;
    }

    /** The places on networks as they are now, for {@link #backToPlaces}. */
    void keepPlaces() {
        places = Map.copyOf(endpoints);
    }

    /** A start has failed: as if it had not been tried. */
    void backToPlaces() {
        endpoints.replaceAll((network, endpoint) -> places.getOrDefault(network, endpoint));
    }

    /** Whether it has ports of its own: not on the network of the machine, and not without any network. */
    public boolean hasPorts() {
        return endpoints.keySet().stream().anyMatch(name -> !name.equals("host") && !name.equals("none"));
    }

    /** The ports that are open on the host now. */
    public List<PortBinding> published() {
        return published;
    }

    public Hosts hosts() {
        return hosts;
    }

    public RunState state() {
        return state;
    }

    void state(RunState newState) {
        state = newState;
    }

    /** How well it is; null where nobody looks. */
    public Health health() {
        return health;
    }

    void health(Health now) {
        health = now;
    }

    /** {@code none} where nobody looks. */
    public String healthStatus() {
        return health == null ? "none" : health.status();
    }

    /** What the STATUS column adds while it runs. */
    public String healthNote() {
        if (health == null || !state.running()) return "";
        return health.status().equals(Health.STARTING) ? " (health: starting)" : " (" + health.status() + ")";
    }

    /** Its address on the default bridge, else on its first network; empty where it has none. */
    public String address() {
        var bridge = endpoints.get(Networks.BRIDGE);
        if (bridge != null) return bridge.address();
        return endpoints.values().stream().map(Endpoint::address).findFirst().orElse("");
    }

    /** The command as {@code ps} shows it. */
    public String commandLine() {
        var words = new ArrayList<>(config().command());
        for (var i = 1; i < words.size(); i++) {
            if (words.get(i).contains(" ")) words.set(i, "'" + words.get(i) + "'");
        }
        return String.join(" ", words);
    }

    Map<String, String> eventAttributes() {
        var attributes = new LinkedHashMap<>(config().labels());
        attributes.put("image", spec.image());
        attributes.put("name", name);
        return attributes;
    }
}
