package dev.dockline;

import dev.dockline.spec.Access;
import dev.dockline.spec.Alias;
import dev.dockline.spec.BindMount;
import dev.dockline.spec.CapAdd;
import dev.dockline.spec.Command;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Cpus;
import dev.dockline.spec.Dns;
import dev.dockline.spec.Entrypoint;
import dev.dockline.spec.EnvFile;
import dev.dockline.spec.EnvVar;
import dev.dockline.spec.Expose;
import dev.dockline.spec.ExtraHost;
import dev.dockline.spec.Healthcheck;
import dev.dockline.spec.Hostname;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.Label;
import dev.dockline.spec.Link;
import dev.dockline.spec.Memory;
import dev.dockline.spec.Mount;
import dev.dockline.spec.NetworkMode;
import dev.dockline.spec.Option;
import dev.dockline.spec.Platform;
import dev.dockline.spec.Ports;
import dev.dockline.spec.Protocol;
import dev.dockline.spec.Publish;
import dev.dockline.spec.PullPolicy;
import dev.dockline.spec.Ready;
import dev.dockline.spec.RestartPolicy;
import dev.dockline.spec.Setting;
import dev.dockline.spec.Switch;
import dev.dockline.spec.Tmpfs;
import dev.dockline.spec.Ulimit;
import dev.dockline.spec.User;
import dev.dockline.spec.VolumeMount;
import dev.dockline.spec.VolumesFrom;
import dev.dockline.spec.Workdir;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The nouns of a {@link Container}: each edits what is declared and asks nothing of the engine; the same entry given
 * twice counts once.
 */
abstract class Declaration {
    ContainerSpec spec;

    Declaration(ContainerSpec spec) {
        this.spec = spec;
    }

    /** The image it is made of: {@code image("training/webapp")}. */
    public Container image(String reference) {
        return with(new ImageReference(reference));
    }

    /** The image it is made of. */
    public Container image(Image image) {
        return image(image.reference());
    }

    /** The program it runs, word by word: {@code command("python", "app.py")}. */
    public Container command(String... words) {
        return with(new Command(List.of(words)));
    }

    /** The program before the command, in place of the image's. */
    public Container entrypoint(String... words) {
        return with(new Entrypoint(List.of(words)));
    }

    /** Publishes a container port on any free port of the host: {@code publish(5000)}. */
    public Container publish(int containerPort) {
        return with(new Publish("", null, Ports.of(containerPort), Protocol.TCP));
    }

    /** Publishes a container port on a port of the host, the host's first: {@code publish(8080, 80)}. */
    public Container publish(int hostPort, int containerPort) {
        return with(new Publish("", Ports.of(hostPort), Ports.of(containerPort), Protocol.TCP));
    }

    /** Publishes as the string of {@code -p} says: {@code publish("127.0.0.1:5000:5000/udp")}. */
    public Container publish(String ports) {
        return with(Publish.parse(ports));
    }

    /** Publishes every exposed port on a free port of the host. */
    public Container publishAll() {
        return with(Switch.PUBLISH_ALL);
    }

    /** Exposes a port to its neighbours: {@code expose(5432)}. */
    public Container expose(int port) {
        return with(new Expose(Ports.of(port), Protocol.TCP));
    }

    /** Exposes as the string of {@code --expose} says: {@code expose("7000-7002/udp")}. */
    public Container expose(String ports) {
        return with(Expose.parse(ports));
    }

    /**
     * Mounts an anonymous volume, {@code volume("/dbdata")}, or what the string of {@code -v} says:
     * {@code volume("/src/webapp:/opt/webapp:ro")}.
     */
    public Container volume(String mount) {
        return with(Mount.parse(mount));
    }

    /** Mounts a named volume: {@code volume("data", "/data")}. */
    public Container volume(String name, String path) {
        return volume(name, path, Access.READ_WRITE);
    }

    /** Mounts a named volume: {@code volume("data", "/data", READ_ONLY)}. */
    public Container volume(String name, String path, Access access) {
        return with(new VolumeMount(name, path, access));
    }

    /** Mounts a volume. */
    public Container volume(Volume volume, String path) {
        return volume(volume.name(), path);
    }

    /** Mounts a volume. */
    public Container volume(Volume volume, String path, Access access) {
        return volume(volume.name(), path, access);
    }

    /** Mounts a file or folder of the host: {@code bind("/src/webapp", "/opt/webapp")}. */
    public Container bind(String source, String target) {
        return bind(source, target, Access.READ_WRITE);
    }

    /** Mounts a file or folder of the host; {@code ~} and relative paths are the caller's. */
    public Container bind(String source, String target, Access access) {
        return with(BindMount.of(source, target, access));
    }

    /** Mounts all volumes of another container, which may be stopped, at the same paths. */
    public Container volumesFrom(Container other) {
        return volumesFrom(other, Access.READ_WRITE);
    }

    /** Mounts all volumes of another container: {@code volumesFrom(dbdata, READ_ONLY)}. */
    public Container volumesFrom(Container other, Access access) {
        return with(new VolumesFrom(other.name(), access));
    }

    /** Mounts all volumes of the container of this name: {@code volumesFrom("dbdata", READ_ONLY)}. */
    public Container volumesFrom(String other, Access access) {
        return with(new VolumesFrom(other, access));
    }

    /** Mounts all volumes of another container, as the string of {@code --volumes-from} says. */
    public Container volumesFrom(String other) {
        return with(VolumesFrom.parse(other));
    }

    /** Links to another container under its own name. */
    public Container link(Container target) {
        return link(target, target.name());
    }

    /** Links to another container under a name of one's own: {@code link(db, "db")}. */
    public Container link(Container target, String alias) {
        return with(new Link(target.name(), alias));
    }

    /** Links to the container of this name under a name of one's own: {@code link("db", "db")}. */
    public Container link(String target, String alias) {
        return with(new Link(target, alias));
    }

    /** Links as the string of {@code --link} says: {@code link("db:db")}. */
    public Container link(String link) {
        return with(Link.parse(link));
    }

    /** Joins a network: {@code network("lab")}, {@code network("none")}. */
    public Container network(String name) {
        return with(new NetworkMode(name));
    }

    /** Joins a network. */
    public Container network(Network network) {
        return network(network.name());
    }

    /** Sets a variable, from {@code KEY=value}. */
    public Container env(String variable) {
        return with(EnvVar.parse(variable));
    }

    /** Sets a variable: {@code env("PROVIDER", "Dockline")}. */
    public Container env(String name, String value) {
        return with(new EnvVar(name, value));
    }

    /** Puts a label on it, from {@code key=value}. */
    public Container label(String label) {
        return with(Label.parse(label));
    }

    /** Puts a label on it. */
    public Container label(String name, String value) {
        return with(new Label(name, value));
    }

    /** The user its programs run as: {@code user("1000:1000")}. */
    public Container user(String user) {
        return with(new User(user));
    }

    /** The folder its programs start in. */
    public Container workdir(String path) {
        return with(new Workdir(path));
    }

    /** The name it has for itself. */
    public Container hostname(String name) {
        return with(new Hostname(name));
    }

    /** Another name it has on its network: {@code alias("db")}. */
    public Container alias(String name) {
        return with(new Alias(name));
    }

    /** A name server it asks. */
    public Container dns(String address) {
        return with(new Dns(address));
    }

    /** A line in its hosts file, from {@code name:address}. */
    public Container extraHost(String line) {
        return with(ExtraHost.parse(line));
    }

    /** A line in its hosts file: {@code extraHost("host", "host-gateway")}. */
    public Container extraHost(String name, String address) {
        return with(new ExtraHost(name, address));
    }

    /** Mounts a folder in memory: {@code tmpfs("/run")}, {@code tmpfs("/run:size=64m")}. */
    public Container tmpfs(String mount) {
        return with(Tmpfs.parse(mount));
    }

    /** When the image is pulled: {@code pull(ALWAYS)}; {@code MISSING} unless said. */
    public Container pull(PullPolicy when) {
        return with(when);
    }

    /** Sets the variables of a file with a {@code KEY=value} on each line, read when it is made. */
    public Container envFile(String path) {
        return with(new EnvFile(path));
    }

    /** It is removed, with its anonymous volumes, when it ends. */
    public Container autoRemove() {
        return with(Switch.AUTO_REMOVE);
    }

    /** Whether it is started again when it ends: {@code restartPolicy("on-failure:3")}. */
    public Container restartPolicy(String policy) {
        return with(RestartPolicy.parse(policy));
    }

    /** Its program has a terminal. */
    public Container tty() {
        return with(Switch.TTY);
    }

    /** Its standard input stays open. */
    public Container interactive() {
        return with(Switch.INTERACTIVE);
    }

    /** A small first process reaps its children and passes signals on. */
    public Container init() {
        return with(Switch.INIT);
    }

    /** It may do what the host may. */
    public Container privileged() {
        return with(Switch.PRIVILEGED);
    }

    /** A right of the kernel beyond the usual ones: {@code capAdd("NET_ADMIN")}. */
    public Container capAdd(String capability) {
        return with(new CapAdd(capability));
    }

    /** Its own files cannot be written, only its mounts. */
    public Container readOnly() {
        return with(Switch.READ_ONLY_ROOT);
    }

    /** The most memory it may use: {@code memory("512m")}. */
    public Container memory(String size) {
        return with(Memory.parse(size));
    }

    /** How many processors' worth of time it may use: {@code cpus(1.5)}. */
    public Container cpus(double number) {
        return with(new Cpus(number));
    }

    /** A limit on its processes: {@code ulimit("nofile=1024:2048")}. */
    public Container ulimit(String limit) {
        return with(Ulimit.parse(limit));
    }

    /** A line for its shell that tells whether it is well: {@code healthcheck("wget -q -O- localhost:5000")}. */
    public Container healthcheck(String command) {
        return with(new Healthcheck(command, null, 0));
    }

    /** As above, how often it is run, and after how many failures the container is unwell. */
    public Container healthcheck(String command, Duration interval, int retries) {
        return with(new Healthcheck(command, interval, retries));
    }

    /** A flag of {@code docker run} that has no noun of its own, and takes no value: {@code option("oom-kill-disable")}. */
    public Container option(String flag) {
        return option(flag, "");
    }

    /** A flag of {@code docker run} that has no noun of its own: {@code option("cap-drop", "ALL")}. */
    public Container option(String flag, String value) {
        return with(Option.of(flag, value));
    }

    /** The kind of machine it is made for: {@code platform("linux/arm64")}. */
    public Container platform(String name) {
        return with(new Platform(name));
    }

    /** {@code run()} and {@code up()} return when a port is served, published or not; within 60 seconds. */
    public Container readyOnPort(int port) {
        return readyOnPort(port, Ready.LIMIT);
    }

    /** {@code run()} and {@code up()} return when a port is served, published or not. */
    public Container readyOnPort(int port, Duration limit) {
        return with(new Ready.OnPort(Ports.of(port), limit));
    }

    /** {@code run()} and {@code up()} return when it has written a line that holds this text; within 60 seconds. */
    public Container readyOnLog(String text) {
        return readyOnLog(text, Ready.LIMIT);
    }

    /** {@code run()} and {@code up()} return when it has written a line that holds this text. */
    public Container readyOnLog(String text, Duration limit) {
        return with(new Ready.OnLog(text, limit));
    }

    /** {@code run()} and {@code up()} return when a published port serves a page; within 60 seconds. */
    public Container readyOnHttp(int port, String path) {
        return readyOnHttp(port, path, Ready.LIMIT);
    }

    /** {@code run()} and {@code up()} return when a published port serves a page with a status below 400. */
    public Container readyOnHttp(int port, String path, Duration limit) {
        return with(new Ready.OnHttp(Ports.of(port), path, limit));
    }

    /** {@code run()} and {@code up()} return when its own health check passes; within 60 seconds. */
    public Container readyWhenHealthy() {
        return readyWhenHealthy(Ready.LIMIT);
    }

    /** {@code run()} and {@code up()} return when its own health check passes. */
    public Container readyWhenHealthy(Duration limit) {
        return with(new Ready.Healthy(limit));
    }

    /** Edits it by a block, in the midst of a chain: {@code also(c -> c.env("A", "1"))}. */
    public Container also(Consumer<Container> edit) {
        edit.accept(self());
        return self();
    }

    /** Edits it by a block where a condition holds: {@code given(local, c -> c.publish(5000))}. */
    public Container given(boolean condition, Consumer<Container> edit) {
        return condition ? also(edit) : self();
    }

    /** Its name, without a slash; empty before the engine found one. */
    public String name() {
        return spec.name();
    }

    /** What is declared. */
    public ContainerSpec declaration() {
        return spec;
    }

    /** The fluent Java that declares it. */
    @Override
    public String toString() {
        return spec.toString();
    }

    /** Fails if nouns no longer change the container. */
    abstract void requireUnsealed(Setting setting);

    private Container with(Setting setting) {
        requireUnsealed(setting);
        spec = spec.with(setting);
        return self();
    }

    private Container self() {
        return (Container) this;
    }
}
