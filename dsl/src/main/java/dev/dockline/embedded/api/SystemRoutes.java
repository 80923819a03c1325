package dev.dockline.embedded.api;

import dev.dockline.embedded.image.ImageJson;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.model.RunState;
import dev.dockline.embedded.runtime.Daemon;

/** What the engine says of itself; it never passes for another. */
final class SystemRoutes {
    static final String NAME = "Dockline embedded engine";
    private static final String VERSION = "28.5.2-dockline";
    private static final String SERVER = "Dockline/0.1 (embedded)";

    private final Daemon daemon;
    private final Model model;

    private SystemRoutes(Daemon daemon) {
        this.daemon = daemon;
        this.model = daemon.model();
    }

    static void add(Router router, Daemon daemon) {
        var routes = new SystemRoutes(daemon);
        router.route("GET", "/_ping", call -> ping())
                .route("HEAD", "/_ping", call -> ping())
                .route("GET", "/version", call -> version())
                .route("GET", "/info", routes::info)
                .route("POST", "/auth", call -> notDone("knows no registries to log in to"))
                .route("POST", "/images/*/push", call -> notDone("knows no registries to push to"))
                .route("GET", "/images/search", call -> notDone("knows no registries to search"))
                .route("GET", "/(?:swarm|nodes|services|tasks|secrets|configs)(?:/.*)?", call -> noManager())
                .route("GET", "/plugins", call -> Reply.ok(Json.array()))
                .route("GET", "/plugins/*/json", call -> {
                    throw Refused.notFound("plugin \"" + call.segment(0) + "\" not found");
                })
                .route(
                        "POST",
                        "/(?:swarm|nodes|services|secrets|configs|plugins)(?:/.*)?",
                        call -> notDone("has no swarm and no plugins"));
    }

    private static Reply noManager() {
        throw new Refused(
                503,
                "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\" to connect this"
                        + " node to swarm and try again.");
    }

    private static Reply notDone(String what) {
        throw Refused.notDone(what);
    }

    private static Reply ping() {
        return Reply.text("OK")
                .header("Builder-Version", "1")
                .header("Cache-Control", "no-cache, no-store, must-revalidate")
                .header("Pragma", "no-cache")
                .header("Swarm", "inactive");
    }

    /** What stands on every answer. */
    static Reply signed(Reply reply) {
        return reply.header("Api-Version", Router.API_VERSION)
                .header("Docker-Experimental", "false")
                .header("Ostype", "linux")
                .header("Server", SERVER);
    }

    private static Reply version() {
        var json = Json.object();
        json.putObject("Platform").put("Name", NAME);
        json.putArray("Components")
                .addObject()
                .put("Name", "Engine")
                .put("Version", VERSION)
                .set(
                        "Details",
                        Json.object()
                                .put("ApiVersion", Router.API_VERSION)
                                .put("MinAPIVersion", Router.OLDEST_VERSION));
        return Reply.ok(json.put("Version", VERSION)
                .put("ApiVersion", Router.API_VERSION)
                .put("MinAPIVersion", Router.OLDEST_VERSION)
                .put("GitCommit", "")
                .put("GoVersion", "")
                .put("Os", "linux")
                .put("Arch", ImageJson.architecture())
                .put("KernelVersion", System.getProperty("os.version"))
                .put("BuildTime", ""));
    }

    private Reply info(Call call) {
        return model.locked(() -> {
            var json = Json.object()
                    .put("ID", "dockline-embedded")
                    .put("Containers", model.containers().all().size())
                    .put("ContainersRunning", count(RunState.Status.RUNNING))
                    .put("ContainersPaused", count(RunState.Status.PAUSED))
                    .put("ContainersStopped", count(RunState.Status.CREATED) + count(RunState.Status.EXITED))
                    .put("Images", model.images().all().size())
                    .put("Driver", "embedded")
                    .put("SystemTime", Json.time(model.now()))
                    .put("LoggingDriver", "json-file")
                    .put("CgroupVersion", "")
                    .put("KernelVersion", System.getProperty("os.version"))
                    .put("OperatingSystem", NAME)
                    .put("OSType", "linux")
                    .put("Architecture", System.getProperty("os.arch"))
                    .put("NCPU", Runtime.getRuntime().availableProcessors())
                    .put("MemTotal", Runtime.getRuntime().maxMemory())
                    .put("DockerRootDir", daemon.storage().folder().toString())
                    .put("Name", NAME)
                    .put("ServerVersion", VERSION)
                    .put("LiveRestoreEnabled", false);
            json.putObject("Swarm").put("LocalNodeState", "inactive");
            json.set("SecurityOptions", Json.array());
            json.set("Warnings", Json.none());
            return Reply.ok(json);
        });
    }

    private int count(RunState.Status status) {
        return (int) model.containers().all().stream()
                .filter(container -> container.state().status() == status)
                .count();
    }
}
