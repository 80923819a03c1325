package dev.dockline.bench;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import dev.dockline.Docker;
import dev.dockline.Dockline;

/** What a verb costs over the same calls of docker-java. */
final class Verbs {
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 60;
    private static final double WANTED = 1.10;

    private final Report report;
    private final Docker docker;
    private final DockerClient client;

    Verbs(Report report, Docker docker, DockerClient client) {
        this.report = report;
        this.docker = docker;
        this.client = client;
    }

    void measure() throws Exception {
        var web = docker.container("bench-web").image("training/webapp").run();
        var id = web.state().id();
        try {
            report.add(new Ratio(
                            "inspect",
                            web::inspect,
                            () -> client.inspectContainerCmd(id).exec())
                    .measure(WARM_UP, ROUNDS, WANTED));
            report.add(new Ratio("pause, unpause", () -> web.pause().unpause(), () -> {
                        client.pauseContainerCmd(id).exec();
                        return client.unpauseContainerCmd(id).exec();
                    })
                    .measure(WARM_UP, ROUNDS, WANTED));
            report.add(new Ratio("exec true", () -> web.exec("true"), () -> exec(id)).measure(WARM_UP, ROUNDS, WANTED));
            report.add(new Ratio("create, remove", this::ours, this::theirs).measure(WARM_UP, ROUNDS, WANTED));
            report.add(new Ratio("run, remove(FORCE)", this::oursRunning, this::theirsRunning)
                    .measure(WARM_UP / 4, ROUNDS / 3, WANTED));
        } finally {
            web.remove(Dockline.FORCE);
        }
    }

    private Object exec(String id) throws InterruptedException {
        var exec = client.execCreateCmd(id)
                .withCmd("true")
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
        client.execStartCmd(exec).exec(new ResultCallback.Adapter<Frame>()).awaitCompletion();
        return client.inspectExecCmd(exec).exec().getExitCodeLong();
    }

    private Object ours() {
        return docker.container("bench-made").image("busybox").create("true").remove();
    }

    private Object theirs() {
        var id = client.createContainerCmd("busybox")
                .withName("bench-made")
                .withCmd("true")
                .exec()
                .getId();
        return client.removeContainerCmd(id).exec();
    }

    private Object oursRunning() {
        return docker.container("bench-made").image("training/webapp").run().remove(Dockline.FORCE);
    }

    private Object theirsRunning() {
        var id = client.createContainerCmd("training/webapp")
                .withName("bench-made")
                .exec()
                .getId();
        client.startContainerCmd(id).exec();
        return client.removeContainerCmd(id).withForce(true).exec();
    }
}
