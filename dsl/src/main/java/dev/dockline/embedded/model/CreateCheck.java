package dev.dockline.embedded.model;

/** What Docker refuses in a request for a container before it looks at anything else. */
final class CreateCheck {
    private static final int MINIMUM_MEMORY = 6 * 1024 * 1024;

    private CreateCheck() {}

    static void settings(ContainerSpec spec) {
        network(spec);
        config(spec.config());
        extraHosts(spec.host());
        Ports.check(spec.host());
        restart(spec);
        ImageName.check(spec.image());
    }

    private static void config(Config config) {
        if (!config.workingDir().isEmpty() && !config.workingDir().startsWith("/"))
            throw Refused.badRequest(
                    "the working directory '" + config.workingDir() + "' is invalid, it needs to be an absolute path");
        if (!config.stopSignal().isEmpty() && Signals.find(config.stopSignal()).isEmpty())
            throw Refused.badRequest("invalid signal: " + config.stopSignal());
        for (var entry : config.env()) {
            if (Config.key(entry).isEmpty()) throw Refused.badRequest("invalid environment variable: " + entry);
        }
    }

    private static void extraHosts(HostSpec host) {
        for (var entry : host.extraHosts()) {
            var at = entry.indexOf(':');
            if (at <= 0) throw Refused.badRequest("bad format for add-host: \"" + entry + "\"");
            var address = entry.substring(at + 1);
            if (!address.equals("host-gateway") && !address.matches("[0-9a-fA-F.:]+"))
                throw Refused.badRequest("invalid IP address in add-host: \"" + address + "\"");
        }
    }

    private static void restart(ContainerSpec spec) {
        var policy = spec.sent().at("/HostConfig/RestartPolicy/Name").asText("");
        switch (policy) {
            case "", "no" -> {}
            case "always", "on-failure", "unless-stopped" -> {
                if (spec.host().autoRemove())
                    throw Refused.badRequest("can't create 'AutoRemove' container with restart policy");
            }
            default ->
                throw Refused.badRequest("invalid restart policy: unknown policy '" + policy
                        + "'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'");
        }
        var memory = spec.sent().at("/HostConfig/Memory").asLong(0);
        if (memory > 0 && memory < MINIMUM_MEMORY) throw Refused.badRequest("Minimum memory limit allowed is 6MB");
    }

    private static void network(ContainerSpec spec) {
        var host = spec.host();
        var mode = host.network();
        if (mode.equals("host") && !host.links().isEmpty()) throw Links.hostNetwork();
        if (mode.startsWith("container:")) {
            if (!host.links().isEmpty())
                throw Refused.badRequest("conflicting options: container type network can't be used with links."
                        + " This would result in undefined behavior");
            throw Refused.notDone("gives each container its own network: mode '" + mode + "'");
        }
        Connections.endpoints(spec).forEach((network, asked) -> Connections.check(network, asked, null));
    }
}
