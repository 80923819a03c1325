package dev.dockline.embedded.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which mounts a new container gets: others' volumes first, its own binds over them, anonymous ones where nothing is. */
final class MountPlan {
    private final Model model;
    private final Map<String, Mount> mounts = new TreeMap<>();
    private final List<String> made = new ArrayList<>();

    private MountPlan(Model model) {
        this.model = model;
    }

    /** The mounts by destination. Volumes that had to be made are there afterwards, unless the request is refused. */
    static Map<String, Mount> of(Model model, ContainerSpec spec) {
        var plan = new MountPlan(model);
        try {
            plan.inherit(spec.host().volumesFrom());
            plan.own(spec.host());
            plan.anonymous(spec.config());
            return plan.mounts;
        } catch (Refused e) {
            plan.made.forEach(name -> model.volumes().drop(model.volumes().get(name)));
            throw e;
        }
    }

    private void inherit(List<String> sources) {
        for (var text : sources) {
            var from = MountParser.volumesFrom(text);
            var source = model.containers()
                    .find(from.container())
                    .orElseThrow(() -> Refused.badRequest("No such container: " + from.container()));
            for (var mount : source.mounts()) mounts.put(mount.destination(), mount.inherited(from.writable()));
        }
    }

    private void own(HostSpec host) {
        var own = new ArrayList<Mount>();
        host.binds().forEach(text -> own.add(MountParser.bind(text)));
        host.mounts().forEach(spec -> own.add(MountParser.mount(spec)));
        var taken = new ArrayList<String>();
        for (var mount : own) {
            if (taken.contains(mount.destination()))
                throw Refused.badRequest("Duplicate mount point: " + mount.destination());
            taken.add(mount.destination());
        }
        own.forEach(mount -> mounts.put(mount.destination(), resolved(mount)));
    }

    private void anonymous(Config config) {
        for (var path : config.volumes()) {
            var destination = MountParser.clean(path);
            mounts.computeIfAbsent(destination, key -> resolved(Mount.volume("", key)));
        }
    }

    private Mount resolved(Mount mount) {
        if (!mount.isVolume()) return mount;
        var known = model.volumes().find(mount.source());
        var volume = known.orElseGet(() -> model.volumes().create(mount.source(), "", Map.of(), Map.of()));
        if (known.isEmpty()) made.add(volume.name());
        return new Mount(
                mount.type(),
                volume.name(),
                mount.destination(),
                mount.mode(),
                mount.writable(),
                mount.copiesUp(),
                mount.made());
    }
}
