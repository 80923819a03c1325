package dev.dockline.embedded.api;

import dev.dockline.embedded.runtime.Daemon;

/** All routes, in the order in which they are tried. */
final class Routes {
    private Routes() {}

    static Router of(Daemon daemon) {
        var router = new Router();
        SystemRoutes.add(router, daemon);
        StreamRoutes.add(router, daemon);
        ExecRoutes.add(router, daemon);
        ArchiveRoutes.add(router, daemon);
        ContainerRoutes.add(router, daemon);
        ImageFileRoutes.add(router, daemon);
        ImageRoutes.add(router, daemon);
        BuildRoutes.add(router, daemon);
        VolumeRoutes.add(router, daemon);
        ChangeRoutes.add(router, daemon);
        UsageRoutes.add(router, daemon);
        NetworkRoutes.add(router, daemon);
        EventRoutes.add(router, daemon.model());
        StatsRoutes.add(router, daemon);
        return router;
    }
}
