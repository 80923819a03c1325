package dev.dockline.engine;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import dev.dockline.error.MalformedSetting;
import dev.dockline.spec.CapAdd;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Cpus;
import dev.dockline.spec.Dns;
import dev.dockline.spec.ExtraHost;
import dev.dockline.spec.Memory;
import dev.dockline.spec.Switch;
import dev.dockline.spec.Tmpfs;
import dev.dockline.spec.Ulimit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a declaration allows a container and what it sets for its surroundings. */
final class Limits {
    private Limits() {}

    static HostConfig apply(ContainerSpec spec, HostConfig config) {
        spec.one(Memory.class).ifPresent(memory -> config.withMemory(memory.bytes()));
        spec.one(Cpus.class).ifPresent(cpus -> config.withNanoCPUs(cpus.nanos()));
        spec.one(dev.dockline.spec.RestartPolicy.class)
                .ifPresent(policy -> config.withRestartPolicy(
                        RestartPolicy.parse(policy.name() + (policy.most() == 0 ? "" : ":" + policy.most()))));
        var tmpfs = spec.all(Tmpfs.class).collect(Collectors.toMap(Tmpfs::target, Tmpfs::options));
        if (!tmpfs.isEmpty()) {
            config.withTmpFs(tmpfs);
        }
        if (spec.has(Switch.INIT)) {
            config.withInit(true);
        }
        return config.withPrivileged(spec.has(Switch.PRIVILEGED))
                .withReadonlyRootfs(spec.has(Switch.READ_ONLY_ROOT))
                .withCapAdd(spec.all(CapAdd.class).map(Limits::capability).toArray(Capability[]::new))
                .withUlimits(ulimits(spec))
                .withDns(spec.all(Dns.class).map(Dns::address).toList())
                .withExtraHosts(spec.all(ExtraHost.class)
                        .map(host -> host.name() + ":" + host.address())
                        .toArray(String[]::new));
    }

    private static Capability capability(CapAdd right) {
        try {
            return Capability.valueOf(right.name().toUpperCase(Locale.ROOT).replaceFirst("^CAP_", ""));
        } catch (IllegalArgumentException e) {
            throw new MalformedSetting("capAdd", right.name(), "the kernel has no such right");
        }
    }

    private static List<com.github.dockerjava.api.model.Ulimit> ulimits(ContainerSpec spec) {
        return spec.all(Ulimit.class)
                .map(limit -> new com.github.dockerjava.api.model.Ulimit(limit.name(), limit.soft(), limit.hard()))
                .toList();
    }
}
