package dev.dockline.embedded.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which mounts a new container gets: others' volumes first, its own binds over them, anonymous ones where nothing is. */
final class MountPlan {
    private final Model model;
    private final Map<String, Mount> mounts = new TreeMap<>();

    MountPlan(Model model) {
        this.model = model;
    }

    /** The mounts so far, by destination. */
    Map<String, Mount> mounts() {
        return mounts;
    }

    /** What was asked for. Volumes that had to be made stay, even if the request is refused later. */
    void declared(HostSpec host) {
        inherit(host.volumesFrom());
        own(host);
    }

    private void inherit(List<String> sources) {
        for (var text : sources) {
            var from = MountParser.volumesFrom(text);
            var source = model.containers()
                    .find(from.container())
                    .orElseThrow(() -> Refused.badRequest("No such container: " + from.container()));
            for (var mount : source.mounts()) put(mount.inherited(from.writable()));
        }
    }

    private void own(HostSpec host) {
        var taken = new HashSet<String>();
        host.binds().forEach(text -> own(MountParser.bind(text), taken));
        host.mounts().forEach(spec -> own(MountParser.mount(spec), taken));
        host.tmpfs().forEach((path, options) -> own(Mount.tmpfs(MountParser.absolute(path), options), taken));
    }

    private void own(Mount mount, Set<String> taken) {
        if (!taken.add(mount.destination())) throw Refused.badRequest("Duplicate mount point: " + mount.destination());
        put(resolved(mount));
    }

    private void put(Mount mount) {
        mounts.compute(mount.destination(), (at, before) -> mount.over(before));
    }

    /** The volumes that the configuration wants where nothing is yet. */
    void anonymous(Config config) {
        for (var path : config.volumes()) {
            var destination = MountParser.clean(path);
            if (!mounts.containsKey(destination)) mounts.put(destination, resolved(Mount.volume("", destination)));
        }
    }

    private Mount resolved(Mount mount) {
        if (!mount.isVolume()) return mount;
        var volume = model.volumes().create(mount.source(), "", Map.of(), Map.of());
        return new Mount(
                mount.type(),
                volume.name(),
                mount.destination(),
                mount.mode(),
                mount.writable(),
                mount.copiesUp(),
                mount.hold());
    }
}
