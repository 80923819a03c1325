package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.model.Config;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Mount;
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
                .put("ResolvConfPath", folder.resolve("resolv.conf").toString())
                .put("HostnamePath", folder.resolve("hostname").toString())
                .put("HostsPath", folder.resolve("hosts").toString())
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
        json.set("GraphDriver", Json.object().put("Name", "embedded").set("Data", Json.MAPPER.nullNode()));
        json.set("Mounts", mounts(daemon, container, false));
        json.set("Config", config());
        json.set("NetworkSettings", NetworkSettingsJson.of(daemon.model(), container));
        return json;
    }

    private ObjectNode state() {
        var state = container.state();
        return Json.object()
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
    }

    // What was sent, over what an engine fills in.
    private ObjectNode hostConfig() {
        try {
            var json = (ObjectNode) Json.MAPPER.readTree(HOST_DEFAULTS);
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
            var json = all.addObject().put("Type", mount.type().word());
            if (mount.isVolume()) json.put("Name", mount.source());
            json.put("Source", source(daemon, mount, brief)).put("Destination", mount.destination());
            if (mount.isVolume()) json.put("Driver", "local");
            json.put("Mode", mount.mode())
                    .put("RW", mount.writable())
                    .put("Propagation", mount.isVolume() ? "" : "rprivate");
        }
        return all;
    }

    private static String source(Daemon daemon, Mount mount, boolean brief) {
        if (!mount.isVolume()) return mount.source();
        var anonymous = daemon.model().volumes().get(mount.source()).anonymous();
        return brief && anonymous ? "" : daemon.storage().volume(mount.source()).toString();
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
        describe(json, spec.config());
        json.put("Image", spec.image());
        if (!spec.config().stopSignal().isEmpty())
            json.put("StopSignal", spec.config().stopSignal());
        if (spec.stopTimeout() != null) json.put("StopTimeout", spec.stopTimeout());
        return json;
    }

    /** The part of a configuration that containers and images share. */
    static void describe(ObjectNode json, Config config) {
        json.set("Env", Json.strings(config.env()));
        json.set("Cmd", listOrNull(config.cmd()));
        json.set("Volumes", Json.set(config.volumes()));
        json.put("WorkingDir", config.workingDir());
        json.set("Entrypoint", listOrNull(config.entrypoint()));
        json.putNull("OnBuild");
        json.set("Labels", Json.tree(config.labels()));
    }

    private static JsonNode listOrNull(java.util.List<String> words) {
        return words == null ? Json.MAPPER.nullNode() : Json.strings(words);
    }
}
