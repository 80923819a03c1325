package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Act;
import dev.dockline.error.SealedDeclaration;
import dev.dockline.error.UnsentEdits;
import dev.dockline.spec.Command;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Setting;
import dev.dockline.state.ContainerState;
import dev.dockline.state.FileState;
import dev.dockline.state.HostsLine;
import dev.dockline.state.LinkState;
import dev.dockline.state.MountState;
import dev.dockline.state.ProcessState;
import dev.dockline.state.PublishedPort;
import dev.dockline.view.Listing;
import dev.dockline.view.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

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
public final class Container extends Declaration {
    private final Docker connection;
    private String id = "";
    private boolean madeByRun;

    Container(Docker docker, ContainerSpec spec) {
        super(spec);
        this.connection = docker;
    }

    Container(Docker docker, String name, String id) {
        this(docker, ContainerSpec.named(name));
        this.id = id;
    }

    // While a plan is made, what is asked of the engine is asked of the imagined one.
    private Docker docker() {
        return connection.reached();
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
        return new Lifecycle(docker(), this).run(commanded(command));
    }

    /**
     * Brings it to what is declared, from whatever is there: makes it, leaves it if it matches, else replaces it and
     * says what differed. A name alone stands for what was declared under it before.
     *
     * <p>The anonymous volumes of one that is replaced are carried over. One that ended with exit code 0 counts as up.
     *
     * @throws dev.dockline.error.ReplaceFailed if the new one does not come up; the old one is back
     */
    public Container up(String... command) {
        return new Up(docker(), this, false).up(commanded(command));
    }

    /** As {@link #up(String...)}, with anonymous volumes of its own: {@code up(FRESH_VOLUMES)}. */
    public Container up(Replacing fresh, String... command) {
        return new Up(docker(), this, true).up(commanded(command));
    }

    /**
     * Replaces it by the same with a few edits, carrying its anonymous volumes over: {@code replace(c -> c.publish(80))}.
     *
     * @throws dev.dockline.error.ReplaceFailed if the new one does not come up; the old one is back
     */
    public Container replace(Consumer<Container> edit) {
        return new Up(docker(), this, false).replace(edit);
    }

    /** As {@link #replace(Consumer)}, with anonymous volumes of its own. */
    public Container replace(Replacing fresh, Consumer<Container> edit) {
        return new Up(docker(), this, true).replace(edit);
    }

    /** Makes it and does not start it. */
    public Container create(String... command) {
        return new Lifecycle(docker(), this).create(commanded(command));
    }

    /**
     * Runs it to its end, showing what it writes, and removes it with its anonymous volumes.
     *
     * @throws CommandFailed if the exit code is not 0
     */
    public Outcome call(String... command) {
        return new Call(docker(), commanded(command)).checked();
    }

    /** Runs it to its end and takes any exit code: {@code call(ANY_EXIT, "false")}. */
    public Outcome call(Exit any, String... command) {
        return new Call(docker(), commanded(command)).outcome();
    }

    /**
     * Runs it to its end with something to read, to the end of that: {@code call(stdin("b\\na\\n"), "sort")}.
     *
     * @throws CommandFailed if the exit code is not 0
     */
    public Outcome call(Stdin stdin, String... command) {
        return new Call(docker(), commanded(command), stdin).checked();
    }

    private ContainerSpec commanded(String... command) {
        return command.length == 0 ? spec : spec.with(new Command(List.of(command)));
    }

    /** The same declaration under another name, not made yet: {@code web.copy("web2")}. */
    public Container copy(String name) {
        return new Container(connection, new ContainerSpec(name, declaration().settings()));
    }

    // --- verbs on what exists ------------------------------------------------------------------

    /** Starts it; if it runs already, that is well. */
    public Container start() {
        return new Lifecycle(docker(), this).start();
    }

    /** Stops it, killing it after ten seconds; if it is stopped already, that is well. */
    public Container stop() {
        return new Lifecycle(docker(), this).stop();
    }

    /** Stops and starts it. */
    public Container restart() {
        return new Lifecycle(docker(), this).restart();
    }

    /** Ends it at once. */
    public Container kill() {
        return kill("KILL");
    }

    /** Sends it a signal: {@code kill("HUP")}. */
    public Container kill(String signal) {
        return new Lifecycle(docker(), this).kill(signal);
    }

    /** Halts all its programs where they are; if it is paused already, that is well. */
    public Container pause() {
        return new Lifecycle(docker(), this).pause();
    }

    /** Lets it go on after a pause; if it does, that is well. */
    public Container unpause() {
        return new Lifecycle(docker(), this).unpause();
    }

    /**
     * Gives it another name.
     *
     * @throws dev.dockline.error.NameInUse if another container has that
     */
    public Container rename(String name) {
        return new Lifecycle(docker(), this).rename(name);
    }

    /**
     * Removes it and keeps its volumes.
     *
     * @throws dev.dockline.error.ContainerRunning if it runs
     */
    public Container remove() {
        return new Lifecycle(docker(), this).remove(false, false);
    }

    /** Removes it even if it runs: {@code remove(FORCE)}. */
    public Container remove(Removal force) {
        return new Lifecycle(docker(), this).remove(true, false);
    }

    /**
     * Removes it with those of its anonymous volumes that no other container uses, and says which volumes stay and why;
     * {@code volumes().fates()} tells before.
     */
    public Container removeWithVolumes() {
        return new Lifecycle(docker(), this).remove(false, true);
    }

    /** Removes it with its anonymous volumes, even if it runs. */
    public Container removeWithVolumes(Removal force) {
        return new Lifecycle(docker(), this).remove(true, true);
    }

    /**
     * Runs a command in it, showing what the command writes.
     *
     * @throws CommandFailed if the exit code is not 0
     * @throws dev.dockline.error.ContainerNotRunning if it does not run
     */
    public Outcome exec(String... command) {
        return new Exec(docker(), this, List.of(command)).checked();
    }

    /** Runs a command in it and takes any exit code. */
    public Outcome exec(Exit any, String... command) {
        return new Exec(docker(), this, List.of(command)).outcome();
    }

    /** Runs a command in it with something to read: {@code exec(stdin(Path.of("rows.sql")), "psql")}. */
    public Outcome exec(Stdin stdin, String... command) {
        return new Exec(docker(), this, List.of(command), stdin).checked();
    }

    /**
     * Opens a shell in it, on this terminal: bash where it has that, else sh. {@code exit} or Ctrl-D leaves it.
     *
     * @throws dev.dockline.error.NoTerminal where there is none, as in a script
     * @throws dev.dockline.error.ContainerNotRunning if it does not run
     */
    public void shell() {
        new Interactive(docker(), this).shell();
    }

    /**
     * Puts its own program on this terminal, if it was made with {@code tty().interactive()}: Ctrl-P Ctrl-Q leaves it
     * running. Any other is listened to, until it ends or Ctrl-C.
     *
     * @throws dev.dockline.error.ContainerNotRunning if it does not run
     */
    public void attach() {
        new Interactive(docker(), this).attach();
    }

    /** Waits until it ends, and returns its exit code. */
    public int awaitExit() {
        return new Lifecycle(docker(), this).awaitExit();
    }

    /** Waits until it is what its declaration calls ready. */
    public Container awaitReady() {
        return new Lifecycle(docker(), this).awaitReady();
    }

    // --- views ---------------------------------------------------------------------------------

    /** All that it wrote, to standard output and standard error. */
    public String logs() {
        return new Views(docker(), this).logs(-1);
    }

    /** The last lines that it wrote. */
    public String logs(int lines) {
        return new Views(docker(), this).logs(lines);
    }

    /** Shows what it wrote and goes on showing what it writes, until it ends or the caller is interrupted. */
    public void follow() {
        new Views(docker(), this).follow();
    }

    /** What it is and how it is. */
    public ContainerState state() {
        return new Views(docker(), this).state("see");
    }

    /** All that the engine tells of it, as JSON. */
    public JsonNode inspect() {
        return new Views(docker(), this).inspect("inspect");
    }

    /** One value by its JSON pointer: {@code inspect("/Name")}. */
    public String inspect(String pointer) {
        return new Views(docker(), this).inspectAt(pointer);
    }

    /** Its variables; while it runs, those that its links give it are among them. */
    public Environment environment() {
        return new Views(docker(), this).environment();
    }

    /** Its hosts file, line by line. */
    public Listing<HostsLine> hosts() {
        return new Views(docker(), this).hosts();
    }

    /** The programs that run in it. */
    public Listing<ProcessState> top() {
        return new Views(docker(), this).top();
    }

    /**
     * How much processor time, memory, network and disk it uses now.
     *
     * @throws dev.dockline.error.ContainerNotRunning if it does not run
     */
    public Stats stats() {
        return new Stats(new Views(docker(), this).stats());
    }

    /** What stands in one of its folders, whether it runs or not: {@code files("/dbdata")}. */
    public Listing<FileState> files(String path) {
        return new Listing<>(new Copies(docker(), this).files(path), Tables::files);
    }

    /**
     * Copies a file or folder of this machine into it, as {@code docker cp} does: into a folder that exists, else under
     * the new name.
     *
     * @throws dev.dockline.error.CopyFailed if either is not there
     */
    public Container copyTo(String source, String path) {
        new Copies(docker(), this).copyTo(Path.of(source), path);
        return this;
    }

    /**
     * Copies a file or folder from it to this machine: into a folder that exists, else under the new name.
     *
     * @return where it stands now
     * @throws dev.dockline.error.CopyFailed if it is not there, or a folder of that name already is
     */
    public Path copyFrom(String path, String destination) {
        return new Copies(docker(), this).copyFrom(path, Path.of(destination));
    }

    /**
     * Its address on the network that it is on, the first of several.
     *
     * @throws dev.dockline.error.ContainerNotRunning if it does not run
     */
    public String address() {
        return new Views(docker(), this).address();
    }

    /** Its ports, published or only exposed. */
    public Listing<PublishedPort> ports() {
        return new Listing<>(new Views(docker(), this).state("see ports of").ports(), Tables::ports);
    }

    /**
     * Where a TCP port is published: {@code 127.0.0.1:49155}.
     *
     * @throws dev.dockline.error.NotPublished if it is not
     */
    public String port(int containerPort) {
        return new Views(docker(), this).published(containerPort).endpoint();
    }

    /** Where a web page that it serves is found: {@code http://127.0.0.1:49155/}. */
    public String url(int containerPort) {
        return new Views(docker(), this).url(containerPort);
    }

    /**
     * The {@code docker run} line that makes the same: of what is declared, or of the container that exists, whoever made it,
     * without what its image and engine say anyway. What the line cannot say stands in comments before it.
     *
     * @throws dev.dockline.error.NoSuchContainer if nothing is declared and there is no such container
     */
    public String asRun() {
        return new Views(docker(), this).asRun();
    }

    /** The Compose file with a service that is the same, as {@link #asRun} the line. */
    public String asCompose() {
        return new Views(docker(), this).asCompose();
    }

    /** The Java that makes the same, as {@link #asRun} the line. */
    public String asCode() {
        return new Views(docker(), this).asCode();
    }

    /** What its web page at a published port says: {@code container("web").page(5000)}. */
    public String page(int containerPort) {
        return page(containerPort, "/");
    }

    /**
     * What a page that it serves at a published port says.
     *
     * @throws dev.dockline.error.NotPublished if the port is not published
     * @throws dev.dockline.error.PageFailed if no page comes
     */
    public String page(int containerPort, String path) {
        return new Views(docker(), this).page(containerPort, path);
    }

    /** Its volumes and binds. */
    public Listing<MountState> mounts() {
        return new Listing<>(new Views(docker(), this).state("see mounts of").mounts(), Tables::mounts);
    }

    /** Its volumes, to look at, back up and restore. */
    public ContainerVolumes volumes() {
        return new ContainerVolumes(docker(), this, new Views(docker(), this).state("see volumes of"));
    }

    /** What it is linked to. */
    public Listing<LinkState> links() {
        return new Listing<>(new Views(docker(), this).links(), Tables::links);
    }

    /** Whether it was made, so that nouns no longer change it. */
    public boolean isSealed() {
        return !id.isEmpty();
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

    // What a plan does to a handle ends with the plan.
    private void remember() {
        if (!docker().isImagined()) {
            return;
        }
        var was = spec;
        var wasId = id;
        var wasMadeByRun = madeByRun;
        docker().remember(this, () -> {
            spec = was;
            id = wasId;
            madeByRun = wasMadeByRun;
        });
    }

    @Override
    void requireUnsealed(Setting setting) {
        remember();
        if (isSealed()) {
            String noun = setting.toString().replaceFirst("\\(.*", "");
            throw new SealedDeclaration(noun, name());
        }
    }

    Act act(String verb) {
        return new Act(verb, "container", name());
    }

    void sealed(ContainerSpec made, String newId) {
        remember();
        madeByRun = false;
        spec = made;
        id = newId;
    }

    void renamed(ContainerSpec other) {
        remember();
        spec = other;
    }

    /** Whether this handle has made it anew, so that nothing of an older container lives on in it. */
    boolean madeByRun() {
        return madeByRun;
    }

    void markMadeByRun() {
        madeByRun = true;
    }

    void unsealed() {
        remember();
        madeByRun = false;
        id = "";
    }
}
