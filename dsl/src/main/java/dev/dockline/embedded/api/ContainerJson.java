package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.ConfigJson;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Health;
import dev.dockline.embedded.model.Mount;
import dev.dockline.embedded.model.Volume;
import dev.dockline.embedded.runtime.Daemon;

/** What inspect shows of a container. */
final class ContainerJson {
    private static final String HOST_DEFAULTS = """
            {"Binds":null,"ContainerIDFile":"","LogConfig":{"Type":"json-file","Config":{}},"NetworkMode":"bridge",
            "PortBindings":{},"RestartPolicy":{"Name":"no","MaximumRetryCount":0},"AutoRemove":false,"VolumeDriver":"",
            "VolumesFrom":null,"ConsoleSize":[0,0],"CapAdd":null,"CapDrop":null,"CgroupnsMode":"private","Dns":null,
            "DnsOptions":null,"DnsSearch":null,"ExtraHosts":null,"GroupAdd":null,"IpcMode":"private","Cgroup":"",
            "Links":null,"OomScoreAdj":0,"PidMode":"","Privileged":false,"PublishAllPorts":false,
            "ReadonlyRootfs":false,"SecurityOpt":null,"UTSMode":"","UsernsMode":"","ShmSize":67108864,
            "Runtime":"runc","Isolation":"","CpuShares":0,"Memory":0,"NanoCpus":0,"CgroupParent":"","BlkioWeight":0,
            "CpuPeriod":0,"CpuQuota":0,"CpuRealtimePeriod":0,"CpuRealtimeRuntime":0,"CpusetCpus":"","CpusetMems":"",
            "Devices":null,"DeviceCgroupRules":null,"DeviceRequests":null,"MemoryReservation":0,"MemorySwap":0,
            "MemorySwappiness":null,"OomKillDisable":false,"PidsLimit":null,"Ulimits":null,"CpuCount":0,
            "CpuPercent":0,"IOMaximumIOps":0,"IOMaximumBandwidth":0}""";

    private final Daemon daemon;
    private final Container container;

    private ContainerJson(Daemon daemon, Container container) {
        this.daemon = daemon;
        this.container = container;
    }

    static ObjectNode of(Daemon daemon, Container container) {
        return new ContainerJson(daemon, container).whole();
    }

    private ObjectNode whole() {
        var command = container.config().command();
        var folder = daemon.storage().container(container.id());
        var json = Json.object()
                .put("Id", container.id())
                .put("Created", Json.time(container.created()))
                .put("Path", command.get(0));
        json.set("Args", Json.strings(command.subList(1, command.size())));
        json.set("State", state());
        json.put("Image", container.imageId())
                .put("ResolvConfPath", folder.generated("resolv.conf").path().toString())
                .put("HostnamePath", folder.generated("hostname").path().toString())
                .put("HostsPath", folder.generated("hosts").path().toString())
                .put("LogPath", "")
                .put("Name", "/" + container.name())
                .put("RestartCount", 0)
                .put("Driver", "embedded")
                .put("Platform", "linux")
                .put("MountLabel", "")
                .put("ProcessLabel", "")
                .put("AppArmorProfile", "");
        json.set("ExecIDs", Json.stringsOrNull(daemon.execs().of(container)));
        json.set("HostConfig", hostConfig());
        json.set("GraphDriver", Json.object().put("Name", "embedded").set("Data", Json.none()));
        json.set("Mounts", mounts(daemon, container, false));
        json.set("Config", config());
        json.set("NetworkSettings", NetworkSettingsJson.of(daemon.model(), container));
        return json;
    }

    private ObjectNode state() {
        var state = container.state();
        var json = Json.object()
                .put("Status", state.status().word())
                .put("Running", state.running())
                .put("Paused", state.paused())
                .put("Restarting", false)
                .put("OOMKilled", false)
                .put("Dead", false)
                .put("Pid", state.pid())
                .put("ExitCode", state.exitCode())
                .put("Error", state.error())
                .put("StartedAt", Json.time(state.startedAt()))
                .put("FinishedAt", Json.time(state.finishedAt()));
        if (container.health() != null) json.set("Health", health(container.health()));
        return json;
    }

    private static ObjectNode health(Health health) {
        var json = Json.object().put("Status", health.status()).put("FailingStreak", health.failingStreak());
        var log = json.putArray("Log");
        for (var probe : health.log())
            log.addObject()
                    .put("Start", Json.time(probe.start()))
                    .put("End", Json.time(probe.end()))
                    .put("ExitCode", probe.exitCode())
                    .put("Output", probe.output());
        return json;
    }

    // What was sent, over what an engine fills in.
    private ObjectNode hostConfig() {
        try {
            var json = (ObjectNode) Json.read(HOST_DEFAULTS);
            for (var sent : container.spec().sent().path("HostConfig").properties()) {
                if (!sent.getValue().isNull()) json.set(sent.getKey(), sent.getValue());
            }
            var host = container.spec().host();
            json.put("NetworkMode", host.network());
            if (Json.text(json.path("RestartPolicy"), "Name").isEmpty())
                json.set("RestartPolicy", Json.object().put("Name", "no").put("MaximumRetryCount", 0));
            json.set("Links", Json.stringsOrNull(daemon.model().links().shown(container)));
            return json;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ArrayNode mounts(Daemon daemon, Container container, boolean brief) {
        var all = Json.array();
        for (var mount : container.mounts()) {
            if (mount.type() == Mount.Type.TMPFS && !asked(container, mount)) continue;
            var json = all.addObject().put("Type", mount.type().word());
            if (mount.isVolume()) json.put("Name", mount.source());
            json.put("Source", source(daemon, mount, brief)).put("Destination", mount.destination());
            if (mount.isVolume()) json.put("Driver", "local");
            json.put("Mode", mount.mode())
                    .put("RW", mount.writable())
                    .put("Propagation", mount.type() == Mount.Type.BIND ? "rprivate" : "");
        }
        return all;
    }

    // What came by --tmpfs stands among the settings of the host alone.
    private static boolean asked(Container container, Mount tmpfs) {
        return !container.spec().host().tmpfs().containsKey(tmpfs.destination());
    }

    private static String source(Daemon daemon, Mount mount, boolean brief) {
        if (!mount.isVolume()) return mount.source();
        var anonymous = daemon.model().volumes().find(mount.source()).filter(Volume::anonymous);
        return brief && anonymous.isPresent()
                ? ""
                : daemon.storage().volume(mount.source()).toString();
    }

    private ObjectNode config() {
        var spec = container.spec();
        var json = Json.object()
                .put("Hostname", container.hostname())
                .put("Domainname", Json.text(spec.sent(), "Domainname"))
                .put("User", spec.config().user())
                .put("AttachStdin", spec.sent().path("AttachStdin").asBoolean())
                .put("AttachStdout", spec.sent().path("AttachStdout").asBoolean())
                .put("AttachStderr", spec.sent().path("AttachStderr").asBoolean());
        if (!spec.config().exposedPorts().isEmpty())
            json.set("ExposedPorts", Json.set(spec.config().exposedPorts()));
        json.put("Tty", spec.tty()).put("OpenStdin", spec.openStdin()).put("StdinOnce", spec.stdinOnce());
        ConfigJson.describe(json, spec.config());
        json.put("Image", spec.image());
        if (!spec.config().stopSignal().isEmpty())
            json.put("StopSignal", spec.config().stopSignal());
        if (spec.stopTimeout() != null) json.put("StopTimeout", spec.stopTimeout());
        return json;
    }
}
