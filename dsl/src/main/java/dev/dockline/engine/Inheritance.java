package dev.dockline.engine;

import com.github.dockerjava.api.exception.DockerException;
import dev.dockline.spec.Access;
import dev.dockline.spec.BindMount;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Mount;
import dev.dockline.spec.Setting;
import dev.dockline.spec.VolumeMount;
import dev.dockline.spec.VolumesFrom;
import dev.dockline.state.ContainerJson;
import dev.dockline.state.MountState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives {@code volumes-from} the meaning it has on Docker where an engine gives it another: Podman brings no binds
 * along, makes writable what the source may only read, and prefers a new anonymous volume to an inherited one.
 */
final class Inheritance {
    private final Engine engine;

    Inheritance(Engine engine) {
        this.engine = engine;
    }

    /** The declaration with those mounts spelled out that the engine would not bring along as Docker does. */
    ContainerSpec spelledOut(ContainerSpec spec) {
        var inherited = inherited(spec);
        if (inherited.isEmpty()) {
            return spec;
        }
        var result = new ContainerSpec(
                spec.name(),
                spec.settings().stream()
                        .filter(setting -> !isNewVolumeAt(setting, inherited))
                        .toList());
        var own = result.all(Mount.class).map(Mount::target).toList();
        for (var mount : inherited.values()) {
            if (!own.contains(mount.target()) && (mount instanceof BindMount || mount.access() == Access.READ_ONLY)) {
                result = result.with(mount);
            }
        }
        return result;
    }

    private static boolean isNewVolumeAt(Setting setting, Map<String, Mount> inherited) {
        return setting instanceof VolumeMount volume && volume.anonymous() && inherited.containsKey(volume.target());
    }

    // Of several sources the later one counts.
    private Map<String, Mount> inherited(ContainerSpec spec) {
        var mounts = new LinkedHashMap<String, Mount>();
        spec.all(VolumesFrom.class).forEach(from -> of(from).forEach(mount -> mounts.put(mount.target(), mount)));
        return mounts;
    }

    private List<Mount> of(VolumesFrom from) {
        try {
            var json = engine.read("/containers/" + Engine.part(from.container()) + "/json");
            return ContainerJson.inspected(json, Instant.now()).mounts().stream()
                    .map(mount -> mount(mount, from.access()))
                    .toList();
        } catch (DockerException missing) {
            // The create that follows says so in its own words.
            return List.of();
        }
    }

    private static Mount mount(MountState state, Access wanted) {
        var access = state.writable() ? wanted : Access.READ_ONLY;
        return state.isVolume()
                ? new VolumeMount(state.name(), state.destination(), access)
                : new BindMount(state.source(), state.destination(), access);
    }
}
