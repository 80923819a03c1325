package dev.dockline.embedded.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockline.embedded.json.CreateRequest;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.ContainerSpec;
import dev.dockline.embedded.model.Model;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.runtime.Daemon;
import java.util.ArrayList;
import java.util.List;

/** Containers: from create to remove, list and inspect. */
final class ContainerRoutes {
    private static final List<String> NOT_ENFORCED = List.of(
            "Memory",
            "MemoryReservation",
            "MemorySwap",
            "NanoCpus",
            "CpuShares",
            "CpuQuota",
            "CpusetCpus",
            "PidsLimit");

    private final Daemon daemon;
    private final Model model;

    private ContainerRoutes(Daemon daemon) {
        this.daemon = daemon;
        this.model = daemon.model();
    }

    static void add(Router router, Daemon daemon) {
        var routes = new ContainerRoutes(daemon);
        router.route("GET", "/containers/json", call -> ContainerList.reply(daemon, call))
                .route("POST", "/containers/create", routes::create)
                .route("POST", "/containers/prune", routes::prune)
                .route("GET", "/containers/*/json", routes::inspect)
                .route("GET", "/containers/*/top", routes::top)
                .route("POST", "/containers/*/start", routes::start)
                .route("POST", "/containers/*/stop", routes::stop)
                .route("POST", "/containers/*/restart", routes::restart)
                .route("POST", "/containers/*/kill", routes::kill)
                .route("POST", "/containers/*/pause", routes::pause)
                .route("POST", "/containers/*/unpause", routes::unpause)
                .route("POST", "/containers/*/rename", routes::rename)
                .route("POST", "/containers/*/wait", routes::await)
                .route("DELETE", "/containers/*", routes::remove);
    }

    private Reply create(Call call) {
        var spec = CreateRequest.read(call.json());
        var container = daemon.create(call.text("name"), spec);
        var json = Json.object().put("Id", container.id());
        json.set("Warnings", Json.strings(warnings(spec)));
        return Reply.json(201, json);
    }

    private static List<String> warnings(ContainerSpec spec) {
        var warnings = new ArrayList<String>();
        var host = spec.sent().path("HostConfig");
        for (var name : NOT_ENFORCED) {
            if (host.path(name).asLong(0) != 0 || !Json.text(host, name).matches("|0"))
                warnings.add("The embedded engine does not enforce " + name);
        }
        if (spec.host().network().equals("host") && !spec.host().portBindings().isEmpty())
            warnings.add("Published ports are discarded when using host network mode");
        return warnings;
    }

    private Reply inspect(Call call) {
        return model.locked(
                () -> Reply.ok(ContainerJson.of(daemon, model.containers().get(call.segment(0)))));
    }

    private Reply start(Call call) {
        daemon.lifecycle().start(call.segment(0));
        return Reply.nothing();
    }

    private Reply stop(Call call) {
        daemon.lifecycle().stop(call.segment(0), call.number("t"), call.text("signal"));
        return Reply.nothing();
    }

    private Reply restart(Call call) {
        daemon.lifecycle().restart(call.segment(0), call.number("t"), call.text("signal"));
        return Reply.nothing();
    }

    private Reply kill(Call call) {
        daemon.lifecycle().kill(call.segment(0), call.text("signal"));
        return Reply.nothing();
    }

    private Reply pause(Call call) {
        daemon.lifecycle().pause(call.segment(0));
        return Reply.nothing();
    }

    private Reply unpause(Call call) {
        daemon.lifecycle().unpause(call.segment(0));
        return Reply.nothing();
    }

    private Reply rename(Call call) {
        model.locked(() -> model.containers().rename(call.segment(0), call.text("name")));
        return Reply.nothing();
    }

    private Reply remove(Call call) {
        if (call.flag("link")) model.locked(() -> unlink(call.segment(0)));
        else daemon.lifecycle().remove(call.segment(0), call.flag("force"), call.flag("v"));
        return Reply.nothing();
    }

    private void unlink(String reference) {
        var name = reference.startsWith("/") ? reference.substring(1) : reference;
        model.containers().get(name);
        model.containers().unlink(name);
        var parent = model.containers().get(name.substring(0, name.indexOf('/')));
        if (parent.state().running()) daemon.writeOwnHosts(parent);
    }

    // The wait begins before the headers go out: a client that has them may start the container.
    private Reply await(Call call) {
        var exit = model.locked(() -> daemon.await(model.containers().get(call.segment(0)), call.text("condition")));
        return Reply.stream(Reply.JSON, out -> {
            try {
                out.write(Json.bytes(Json.object().put("StatusCode", exit.get())));
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Reply top(Call call) {
        var processes = model.locked(() -> {
            var container = model.containers().get(call.segment(0));
            dev.dockline.embedded.model.Runs.requireRunning(container);
            return daemon.processes(container).list();
        });
        var json = Json.object();
        json.set("Titles", Json.strings(List.of("UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD")));
        var rows = json.putArray("Processes");
        for (var process : processes) rows.add(Json.strings(row(process)));
        return Reply.ok(json);
    }

    private static List<String> row(Process process) {
        var started = Json.time(process.started()).substring(11, 16);
        var uid = process.files().uid();
        return List.of(
                uid == 0 ? "root" : String.valueOf(uid),
                String.valueOf(process.pid()),
                "0",
                "0",
                started,
                process.start().tty() ? "pts/0" : "?",
                "00:00:00",
                String.join(" ", process.start().argv()));
    }

    private Reply prune(Call call) {
        var filters = call.filters("label", "until");
        if (filters.has("until")) throw Refused.notDone("prunes containers by label, not by time");
        return model.locked(() -> {
            var deleted = model.containers().all().stream()
                    .filter(container -> !container.state().running()
                            && filters.labels(container.config().labels()))
                    .map(Container::id)
                    .toList();
            deleted.forEach(id -> daemon.lifecycle().remove(id, false, false));
            model.events().pruned("container", 0);
            ObjectNode json = Json.object().put("SpaceReclaimed", 0);
            json.set("ContainersDeleted", Json.stringsOrNull(deleted));
            return Reply.ok(json);
        });
    }
}
