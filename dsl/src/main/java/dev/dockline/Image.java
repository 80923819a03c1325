package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Act;
import dev.dockline.engine.Build;
import dev.dockline.engine.Creation;
import dev.dockline.error.ImageInUse;
import dev.dockline.spec.ImageReference;
import java.nio.file.Path;

/** An image by its reference. */
public final class Image {
    private final Docker connection;
    private final ImageReference reference;

    Image(Docker docker, String reference) {
        this.connection = docker;
        this.reference = new ImageReference(reference);
    }

    /** Its reference, as given. */
    public String reference() {
        return reference.text();
    }

    /** Whether a container that names its image means this one: {@code web} and {@code web:latest} are the same. */
    boolean isCalled(String image) {
        String tagged = reference.tagged();
        return image.equals(reference.text()) || image.equals(tagged) || (image + ":latest").equals(tagged);
    }

    /** Whether the engine has it. */
    public boolean exists() {
        var act = act("look for");
        return docker().read(act, () -> creation(act).has(reference));
    }

    /**
     * Brings it, or its newest state, from its registry.
     *
     * @throws dev.dockline.error.NoSuchImage if the registry does not have it or cannot be reached
     */
    public Image pull() {
        var act = act("pull");
        return docker().act(act, () -> {
            creation(act).pull(reference);
            return this;
        });
    }

    /**
     * Builds it from a folder with a Dockerfile, unless the engine has it.
     *
     * @throws dev.dockline.error.BuildFailed if there is no Dockerfile, or a step of it fails
     */
    public Image buildIfMissing(String folder) {
        var act = act("build");
        return docker().act(act, () -> {
            return creation(act).has(reference) ? this : built(act, folder);
        });
    }

    /**
     * Builds it from a folder with a Dockerfile, there or not.
     *
     * @throws dev.dockline.error.BuildFailed if there is no Dockerfile, or a step of it fails
     */
    public Image build(String folder) {
        var act = act("build");
        return docker().act(act, () -> built(act, folder));
    }

    // A plan takes it for brought.
    private Image built(Act act, String folder) throws Exception {
        if (docker().isImagined()) {
            creation(act).pull(reference);
        } else {
            Build.build(docker().link(), act, reference, Path.of(folder), docker().terminal());
        }
        return this;
    }

    /**
     * Writes it to a file on this machine, as {@code docker save} does.
     *
     * @throws dev.dockline.error.CopyFailed if the file cannot be written; what was there before stays
     */
    public Path save(String file) {
        return new ImageFiles(docker()).save(act("save"), reference.text(), Path.of(file));
    }

    /**
     * Makes it of the files in a tar on this machine, as {@code docker import} does.
     *
     * @throws dev.dockline.error.CopyFailed if there is no such file
     */
    public Image importFrom(String tar) {
        new ImageFiles(docker()).importFrom(act("import"), reference, Path.of(tar));
        return this;
    }

    /** The containers that were made of it, running or not. */
    public Containers users() {
        return docker().containers().using(this);
    }

    /** Gives it another name: {@code image("web:1").tag("web:latest")}. */
    public Image tag(String other) {
        var name = new ImageReference(other);
        return docker().act(act("tag"), () -> {
            new ImageFiles(docker()).tag(reference.text(), name);
            return new Image(connection, other);
        });
    }

    /** All that the engine tells of it, as JSON. */
    public JsonNode inspect() {
        return docker().read(act("inspect"), () -> docker().link().read("/images/" + reference.text() + "/json"));
    }

    /**
     * Takes this name off it, and removes it where that was the last one.
     *
     * @throws dev.dockline.error.ImageInUse if a container uses it
     */
    public void remove() {
        docker().act(
                        act("remove"),
                        () -> docker().link()
                                .docker()
                                .removeImageCmd(reference.text())
                                .exec());
    }

    /**
     * Takes this name off it even where stopped containers use it, which then are of an image without a name.
     *
     * @throws ImageInUse if one of its containers runs; Podman 5.4 would remove that container
     */
    public void remove(Removal force) {
        var act = act("remove");
        docker().act(act, () -> {
            var id = docker().link()
                    .read("/images/" + reference.text() + "/json")
                    .path("Id")
                    .asText();
            var running = docker().containers()
                    .withIds(ImageUsers.read(docker().link()).of(id))
                    .running();
            if (!running.isEmpty()) {
                throw new ImageInUse(act.what(), "it is used by container " + running.names(), null);
            }
            return docker().link()
                    .docker()
                    .removeImageCmd(reference.text())
                    .withForce(true)
                    .exec();
        });
    }

    private Creation creation(Act act) {
        return new Creation(docker().link(), docker().terminal(), act);
    }

    private Act act(String verb) {
        return new Act(verb, "image", reference.text());
    }

    // While a plan is made, what is asked of the engine is asked of the imagined one.
    private Docker docker() {
        return connection.reached();
    }

    @Override
    public String toString() {
        return reference.toString();
    }
}
