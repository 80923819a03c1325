package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Act;
import dev.dockline.error.SealedDeclaration;
import dev.dockline.error.UnsentEdits;
import dev.dockline.spec.Access;
import dev.dockline.spec.AutoRemove;
import dev.dockline.spec.BindMount;
import dev.dockline.spec.Command;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Entrypoint;
import dev.dockline.spec.EnvVar;
import dev.dockline.spec.Expose;
import dev.dockline.spec.Hostname;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.Label;
import dev.dockline.spec.Link;
import dev.dockline.spec.Mount;
import dev.dockline.spec.NetworkMode;
import dev.dockline.spec.Ports;
import dev.dockline.spec.Protocol;
import dev.dockline.spec.Publish;
import dev.dockline.spec.PublishAll;
import dev.dockline.spec.Setting;
import dev.dockline.spec.User;
import dev.dockline.spec.VolumeMount;
import dev.dockline.spec.VolumesFrom;
import dev.dockline.spec.Workdir;
import dev.dockline.state.ContainerState;
import dev.dockline.state.LinkState;
import dev.dockline.state.MountState;
import dev.dockline.state.PublishedPort;
import dev.dockline.view.Listing;
import dev.dockline.view.Tables;
import java.util.List;

/**
 * A container: nouns declare what it is to be, verbs make and use it.
 *
 * <pre>{@code
 * var db  = container("db").image("training/postgres").run();
 * var web = container("web").image("training/webapp").publish(5000).link(db, "db").run("python", "app.py");
 * web.logs();
 * }</pre>
 *
 * <p>A noun with an argument edits the declaration and asks nothing of the engine; the same entry given twice counts
 * once. {@link #run}, {@link #create} and {@link #call} send it. From then on the declaration is sealed, and another
 * noun fails with {@link SealedDeclaration}, until {@link #remove}. A verb on a container that exists goes by its name:
 * {@code container("web").stop()} works in a new session, and refuses a handle whose edits no engine has seen.
 *
 * <p>A handle is for one thread at a time; the {@link Docker} behind it is for many.
 */
public final class Container {
    private final Docker docker;
    private ContainerSpec spec;
    private String id = "";

    Container(Docker docker, ContainerSpec spec) {
        this.docker = docker;
        this.spec = spec;
    }

    Container(Docker docker, String name, String id) {
        this(docker, ContainerSpec.named(name));
        this.id = id;
    }

    // --- nouns ---------------------------------------------------------------------------------

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
        return with(new PublishAll());
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

    /** It is removed, with its anonymous volumes, when it ends. */
    public Container autoRemove() {
        return with(new AutoRemove());
    }

    private Container with(Setting setting) {
        if (isSealed()) {
            String noun = setting.toString().replaceFirst("\\(.*", "");
            throw new SealedDeclaration(noun, name());
        }
        spec = spec.with(setting);
        return this;
    }

    // --- verbs that make it --------------------------------------------------------------------

    /**
     * Makes and starts it, detached; a missing image is pulled first.
     *
     * @param command the program and its arguments, none for the one declared or the image's
     * @throws dev.dockline.error.NameInUse if another container has the name
     * @throws dev.dockline.error.NoSuchImage if the image is neither there nor to be had
     * @throws dev.dockline.error.PortTaken if a host port is taken; nothing stays behind
     */
    public Container run(String... command) {
        return new Lifecycle(docker, this).run(commanded(command));
    }

    /** Makes it and does not start it. */
    public Container create(String... command) {
        return new Lifecycle(docker, this).create(commanded(command));
    }

    /**
     * Runs it to its end, showing what it writes, and removes it with its anonymous volumes.
     *
     * @throws CommandFailed if the exit code is not 0
     */
    public Outcome call(String... command) {
        return new Call(docker, commanded(command)).checked();
    }

    /** Runs it to its end and takes any exit code: {@code call(ANY_EXIT, "false")}. */
    public Outcome call(Exit any, String... command) {
        return new Call(docker, commanded(command)).outcome();
    }

    private ContainerSpec commanded(String... command) {
        return command.length == 0 ? spec : spec.with(new Command(List.of(command)));
    }

    // --- verbs on what exists ------------------------------------------------------------------

    /** Starts it; if it runs already, that is well. */
    public Container start() {
        return new Lifecycle(docker, this).start();
    }

    /** Stops it, killing it after ten seconds; if it is stopped already, that is well. */
    public Container stop() {
        return new Lifecycle(docker, this).stop();
    }

    /** Stops and starts it. */
    public Container restart() {
        return new Lifecycle(docker, this).restart();
    }

    /** Ends it at once. */
    public Container kill() {
        return kill("KILL");
    }

    /** Sends it a signal: {@code kill("HUP")}. */
    public Container kill(String signal) {
        return new Lifecycle(docker, this).kill(signal);
    }

    /**
     * Removes it and keeps its volumes.
     *
     * @throws dev.dockline.error.ContainerRunning if it runs
     */
    public Container remove() {
        return new Lifecycle(docker, this).remove(false, false);
    }

    /** Removes it even if it runs: {@code remove(FORCE)}. */
    public Container remove(Removal force) {
        return new Lifecycle(docker, this).remove(true, false);
    }

    /** Removes it with those of its anonymous volumes that no other container uses; named ones stay. */
    public Container removeWithVolumes() {
        return new Lifecycle(docker, this).remove(false, true);
    }

    /** Removes it with its anonymous volumes, even if it runs. */
    public Container removeWithVolumes(Removal force) {
        return new Lifecycle(docker, this).remove(true, true);
    }

    /**
     * Runs a command in it, showing what the command writes.
     *
     * @throws CommandFailed if the exit code is not 0
     * @throws dev.dockline.error.ContainerNotRunning if it does not run
     */
    public Outcome exec(String... command) {
        return new Exec(docker, this, List.of(command)).checked();
    }

    /** Runs a command in it and takes any exit code. */
    public Outcome exec(Exit any, String... command) {
        return new Exec(docker, this, List.of(command)).outcome();
    }

    /** Waits until it ends, and returns its exit code. */
    public int awaitExit() {
        return new Lifecycle(docker, this).awaitExit();
    }

    // --- views ---------------------------------------------------------------------------------

    /** All that it wrote, to standard output and standard error. */
    public String logs() {
        return new Views(docker, this).logs(-1);
    }

    /** The last lines that it wrote. */
    public String logs(int lines) {
        return new Views(docker, this).logs(lines);
    }

    /** What it is and how it is. */
    public ContainerState state() {
        return new Views(docker, this).state("see");
    }

    /** All that the engine tells of it, as JSON. */
    public JsonNode inspect() {
        return new Views(docker, this).inspect("inspect");
    }

    /** One value by its JSON pointer: {@code inspect("/Name")}. */
    public String inspect(String pointer) {
        return new Views(docker, this).inspectAt(pointer);
    }

    /** Its ports, published or only exposed. */
    public Listing<PublishedPort> ports() {
        return new Listing<>(new Views(docker, this).state("see ports of").ports(), Tables::ports);
    }

    /**
     * Where a TCP port is published: {@code 127.0.0.1:49155}.
     *
     * @throws dev.dockline.error.NotPublished if it is not
     */
    public String port(int containerPort) {
        return new Views(docker, this).published(containerPort).endpoint();
    }

    /** Where a web page that it serves is found: {@code http://127.0.0.1:49155/}. */
    public String url(int containerPort) {
        return new Views(docker, this).url(containerPort);
    }

    /** Its volumes and binds. */
    public Listing<MountState> mounts() {
        return new Listing<>(new Views(docker, this).state("see mounts of").mounts(), Tables::mounts);
    }

    /** Its volumes, to look at, back up and restore. */
    public ContainerVolumes volumes() {
        return new ContainerVolumes(docker, this, new Views(docker, this).state("see volumes of"));
    }

    /** What it is linked to. */
    public Listing<LinkState> links() {
        return new Listing<>(new Views(docker, this).state("see links of").links(), Tables::links);
    }

    /** Its name, without a slash; empty before the engine found one. */
    public String name() {
        return spec.name();
    }

    /** Its declaration. */
    public ContainerSpec declaration() {
        return spec;
    }

    /** Whether it was made, so that nouns no longer change it. */
    public boolean isSealed() {
        return !id.isEmpty();
    }

    /** The fluent Java that declares it. */
    @Override
    public String toString() {
        return spec.toString();
    }

    // --- for the verbs -------------------------------------------------------------------------

    /** What a verb that makes nothing is sent to: the id of what this handle made, else the name. */
    String target(String verb) {
        if (isSealed()) {
            return id;
        }
        if (!spec.settings().isEmpty() || name().isEmpty()) {
            throw new UnsentEdits(act(verb).what(), name());
        }
        return name();
    }

    Act act(String verb) {
        return new Act(verb, "container", name());
    }

    void sealed(ContainerSpec made, String newId) {
        spec = made;
        id = newId;
    }

    void unsealed() {
        id = "";
    }
}
