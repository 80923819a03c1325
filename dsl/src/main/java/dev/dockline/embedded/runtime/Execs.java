package dev.dockline.embedded.runtime;

import dev.dockline.embedded.io.Pipe;
import dev.dockline.embedded.model.Container;
import dev.dockline.embedded.model.Ids;
import dev.dockline.embedded.model.Refused;
import dev.dockline.embedded.model.Runs;
import dev.dockline.embedded.program.Executable;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Streams;
import dev.dockline.embedded.program.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Further programs in running containers. Guarded by the model's lock. */
public final class Execs {
    /** What is to be run, and how. */
    public record Spec(
            List<String> command,
            List<String> env,
            String user,
            String workingDir,
            boolean tty,
            boolean in,
            boolean out,
            boolean err) {}

    /** One such program; it runs at most once. */
    public static final class Exec {
        private final String id = Ids.random();
        private final Container container;
        private final Spec spec;
        private final Window window;
        private boolean started;
        private boolean running;
        private Integer exitCode;

        Exec(Container container, Spec spec) {
            this.container = container;
            this.spec = spec;
            this.window = spec.tty() ? new Window() : null;
        }

        public String id() {
            return id;
        }

        public Container container() {
            return container;
        }

        public Spec spec() {
            return spec;
        }

        /** The window of its terminal, null where it has none. */
        public Window window() {
            return window;
        }

        public boolean running() {
            return running;
        }

        /** Null while it has not ended. */
        public Integer exitCode() {
            return exitCode;
        }
    }

    private final Daemon daemon;
    private final Map<String, Exec> execs = new LinkedHashMap<>();

    Execs(Daemon daemon) {
        this.daemon = daemon;
    }

    public Exec create(String reference, Spec spec) {
        return daemon.model().locked(() -> {
            var container = daemon.model().containers().get(reference);
            requireRunning(container);
            if (spec.command().isEmpty()) throw Refused.badRequest("No exec command specified");
            daemon.model().links().environment(container);
            requireUser(container, spec.user());
            var exec = new Exec(container, spec);
            execs.put(exec.id, exec);
            emit("exec_create: " + told(spec.command()), exec, Map.of());
            return exec;
        });
    }

    private static void requireRunning(Container container) {
        Runs.requireRunning(container);
        if (container.state().paused())
            throw Refused.conflict("Container " + container.name() + " is paused, unpause the container before exec");
    }

    public Exec get(String id) {
        return daemon.model().locked(() -> {
            var exec = execs.get(id);
            if (exec == null) throw Refused.notFound("No such exec instance: " + id);
            return exec;
        });
    }

    public List<String> of(Container container) {
        return execs.values().stream()
                .filter(exec -> exec.container == container && exec.running)
                .map(Exec::id)
                .toList();
    }

    void forget(Container container) {
        execs.values().removeIf(exec -> exec.container == container);
    }

    // A command without words of its own keeps the space before them, as in Docker.
    private static String told(List<String> command) {
        return command.get(0) + " " + String.join(" ", command.subList(1, command.size()));
    }

    private void emit(String action, Exec exec, Map<String, String> more) {
        var attributes = new LinkedHashMap<>(more);
        attributes.put("execID", exec.id);
        daemon.model().containers().emit(action, exec.container, attributes);
    }

    /** Runs it; what it writes goes into the pipe, framed unless it has a terminal, and the pipe ends with it. */
    public void start(Exec exec, Pipe output, InputStream in) {
        daemon.model().locked(() -> {
            requireRunning(exec.container);
            if (exec.started) throw Refused.conflict("exec command " + exec.id + " has already run");
            exec.started = true;
            exec.running = true;
            emit("exec_start: " + told(exec.spec.command()), exec, Map.of());
            try {
                launch(exec, output, in);
            } catch (Launch.Unlaunchable e) {
                complain(exec, output, e.getMessage());
                exec.running = false;
                exec.exitCode = e.code();
                output.end();
            } catch (IOException | Refused e) {
                ended(exec, Launch.NOT_EXECUTABLE);
                output.end();
                throw e instanceof Refused refused ? refused : Refused.failed(e.toString());
            }
        });
    }

    private void launch(Exec exec, Pipe output, InputStream in) throws IOException, Launch.Unlaunchable {
        var spec = exec.spec;
        var run = daemon.runs().get(exec.container.id());
        var user = spec.user().isEmpty() ? exec.container.config().user() : spec.user();
        var base = daemon.lifecycle().processStart(exec.container, user, spec.env(), exec.window);
        var start = base.withArgv(spec.command())
                .withCwd(spec.workingDir().isEmpty() ? base.cwd() : spec.workingDir())
                .withStreams(streams(spec, exec.window, output, in));
        var executable = Launch.find(daemon.programs(), start);
        run.table().start(() -> run(exec, start, executable, output));
    }

    private void requireUser(Container container, String user) {
        try {
            if (!user.isEmpty()) Users.find(daemon.files(container), user);
        } catch (Refused e) {
            throw Refused.badRequest(e.getMessage());
        } catch (IOException e) {
            throw Refused.failed(e.toString());
        }
    }

    private static Streams streams(Spec spec, Window window, Pipe output, InputStream in) {
        var out = spec.out() ? stream(output, spec.tty() ? 0 : 1) : OutputStream.nullOutputStream();
        var err = spec.err() ? stream(output, spec.tty() ? 0 : 2) : OutputStream.nullOutputStream();
        var raw = new Streams(spec.in() ? in : InputStream.nullInputStream(), out, err);
        return spec.tty() ? Terminal.of(raw, window) : raw;
    }

    private static OutputStream stream(Pipe pipe, int number) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    if (number == 0) pipe.out().write(bytes, offset, length);
                    else pipe.out().write(Frames.frame(number, bytes, offset, length));
                } catch (InterruptedIOException e) {
                    throw e;
                } catch (IOException e) {
                    // The client has hung up; the program goes on, as under a real engine.
                }
            }
        };
    }

    private void run(Exec exec, Process.Start start, Executable executable, Pipe output) {
        var run = daemon.model().locked(() -> daemon.runs().get(exec.container.id()));
        var code = run == null
                ? Process.KILLED
                : new Process(run.table(), start.withArgv(executable.argv())).run(executable.program());
        // The code first: whoever reads the end of the output asks for it next.
        daemon.model().locked(() -> ended(exec, code));
        output.end();
    }

    private void ended(Exec exec, int code) {
        exec.running = false;
        exec.exitCode = code;
        if (daemon.model().containers().byId(exec.container.id()).isPresent())
            emit("exec_die", exec, Map.of("exitCode", String.valueOf(code)));
    }

    private static void complain(Exec exec, Pipe output, String why) {
        var text = "OCI runtime exec failed: exec failed: unable to start container process: " + why + "\r\n";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            output.out().write(exec.spec.tty() ? bytes : Frames.frame(1, bytes));
        } catch (IOException e) {
            // The client has hung up already.
        }
    }
}
