package dev.dockline.embedded.api;

import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.runtime.Daemon;

/** How much disk is used, and for what. */
final class UsageRoutes {
    private final Daemon daemon;
    private final Model model;

    private UsageRoutes(Daemon daemon) {
        this.daemon = daemon;
        this.model = daemon.model();
    }

    static void add(Router router, Daemon daemon) {
        router.route("GET", "/system/df", new UsageRoutes(daemon)::usage);
    }

    private Reply usage(Call call) {
        return model.locked(() -> {
            var json = Json.object();
            var summary = new ContainerSummary(daemon);
            var layers = 0L;
            var images = json.putArray("Images");
            for (var image : model.images().all()) {
                layers += image.size();
                images.add(ImageRoutes.summary(model, image).put("SharedSize", 0));
            }
            var containers = json.putArray("Containers");
            for (var container : model.containers().all()) containers.add(summary.withSizes(container));
            var volumes = json.putArray("Volumes");
            for (var volume : model.volumes().all()) {
                var one = VolumeRoutes.json(daemon, volume);
                one.putObject("UsageData")
                        .put("RefCount", model.volumes().users(volume.name()).size())
                        .put("Size", daemon.storage().size(daemon.storage().volume(volume.name())));
                volumes.add(one);
            }
            json.putArray("BuildCache");
            return Reply.ok(json.put("LayersSize", layers));
        });
    }
}
