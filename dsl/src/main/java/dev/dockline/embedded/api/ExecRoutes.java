package dev.dockline.embedded.api;

import dev.dockline.embedded.io.Pipe;
import dev.dockline.embedded.json.Json;
import dev.dockline.embedded.runtime.Daemon;
import dev.dockline.embedded.runtime.Execs;
import java.io.InputStream;
import java.util.List;

/** Further programs in running containers. */
final class ExecRoutes {
    private final Daemon daemon;

    private ExecRoutes(Daemon daemon) {
        this.daemon = daemon;
    }

    static void add(Router router, Daemon daemon) {
        var routes = new ExecRoutes(daemon);
        router.route("POST", "/containers/*/exec", routes::create)
                .route("POST", "/exec/*/start", routes::start)
                .route("POST", "/exec/*/resize", routes::resize)
                .route("GET", "/exec/*/json", routes::inspect);
    }

    private Reply create(Call call) {
        var json = call.json();
        var spec = new Execs.Spec(
                Json.listOrEmpty(json, "Cmd"),
                Json.listOrEmpty(json, "Env"),
                Json.text(json, "User"),
                Json.text(json, "WorkingDir"),
                json.path("Tty").asBoolean(),
                json.path("AttachStdin").asBoolean(),
                json.path("AttachStdout").asBoolean(),
                json.path("AttachStderr").asBoolean());
        var exec = daemon.execs().create(call.segment(0), spec);
        return Reply.json(201, Json.object().put("Id", exec.id()));
    }

    private Reply start(Call call) {
        var exec = daemon.execs().get(call.segment(0));
        var detached = call.jsonOrEmpty().path("Detach").asBoolean();
        var pipe = new Pipe();
        if (detached) pipe.close();
        var in = call.input() == null ? InputStream.nullInputStream() : call.input();
        daemon.execs().start(exec, pipe, in);
        return detached
                ? Reply.empty()
                : Reply.stream(200, StreamRoutes.type(exec.spec().tty()), pipe);
    }

    private Reply resize(Call call) {
        StreamRoutes.resize(daemon.execs().get(call.segment(0)).window(), call);
        return Reply.empty();
    }

    private Reply inspect(Call call) {
        var exec = daemon.execs().get(call.segment(0));
        return daemon.model().locked(() -> {
            var spec = exec.spec();
            var json = Json.object().put("ID", exec.id()).put("Running", exec.running());
            json.put("ExitCode", exec.exitCode());
            var config = json.putObject("ProcessConfig")
                    .put("tty", spec.tty())
                    .put("entrypoint", spec.command().get(0))
                    .put("privileged", false);
            config.set("arguments", Json.strings(arguments(spec.command())));
            return Reply.ok(json.put("OpenStdin", spec.in())
                    .put("OpenStderr", spec.err())
                    .put("OpenStdout", spec.out())
                    .put("CanRemove", false)
                    .put("ContainerID", exec.container().id())
                    .put("DetachKeys", "")
                    .put("Pid", 0));
        });
    }

    private static List<String> arguments(List<String> command) {
        return command.subList(1, command.size());
    }
}
