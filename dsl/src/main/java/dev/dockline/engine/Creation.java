package dev.dockline.engine;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.dockline.error.NoImageDeclared;
import dev.dockline.error.NoSuchImage;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.PullPolicy;

/** Makes containers of declarations, bringing the image first where it is missing. */
public final class Creation {
    /**
     * What was made.
     *
     * @param id the container's id
     * @param name its name, which the engine may have found
     */
    public record Made(String id, String name) {}

    private final Engine engine;
    private final Terminal terminal;
    private final Act act;

    /** Creations on one engine, on behalf of one verb. */
    public Creation(Engine engine, Terminal terminal, Act act) {
        this.engine = engine;
        this.terminal = terminal;
        this.act = act;
    }

    /**
     * Makes the container and does not start it.
     *
     * @throws NoImageDeclared if the declaration names no image
     * @throws dev.dockline.error.NoSuchImage if the image is neither there nor to be had
     */
    public Made create(ContainerSpec spec) throws InterruptedException {
        require(spec);
        var image = spec.one(ImageReference.class).orElseThrow();
        var policy = spec.one(PullPolicy.class).orElse(PullPolicy.MISSING);
        if (policy == PullPolicy.ALWAYS) {
            pull(image);
        }
        var meant = engine.flavour().inheritsMounts() ? spec : new Inheritance(engine).spelledOut(spec);
        var id = created(meant, image, policy);
        if (!spec.name().isEmpty()) {
            return new Made(id, spec.name());
        }
        return new Made(
                id,
                engine.read("/containers/" + id + "/json").path("Name").asText().substring(1));
    }

    // The engine says whether the image is there: to ask it first would cost every creation a call.
    private String created(ContainerSpec spec, ImageReference image, PullPolicy policy) throws InterruptedException {
        try {
            return CreateRequest.of(engine.docker(), spec).exec().getId();
        } catch (DockerException refused) {
            if (has(image)) {
                throw refused;
            }
            ensure(image, policy);
            return CreateRequest.of(engine.docker(), spec).exec().getId();
        }
    }

    /**
     * Refuses a declaration without an image.
     *
     * @throws NoImageDeclared if it names none
     */
    public void require(ContainerSpec spec) {
        if (!spec.has(ImageReference.class)) {
            throw new NoImageDeclared(act.what(), spec.toString());
        }
    }

    /** Removes what was made, with its anonymous volumes. */
    public void discard(Made made) {
        try {
            engine.docker()
                    .removeContainerCmd(made.id())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException gone) {
            // An engine removes an autoRemove container by itself: it is gone, or its removal is in progress.
        }
    }

    /** Sees to it that an image is there, pulling it as the policy says. */
    public void ensure(ImageReference image, PullPolicy policy) throws InterruptedException {
        if (policy == PullPolicy.ALWAYS) {
            pull(image);
        } else if (!has(image)) {
            if (policy == PullPolicy.NEVER) {
                throw NoSuchImage.neverPulled(act.what(), image.text());
            }
            pull(image);
        }
    }

    /** Whether an image is there. */
    public boolean has(ImageReference image) {
        try {
            engine.docker().inspectImageCmd(image.text()).exec();
            return true;
        } catch (NotFoundException missing) {
            return false;
        }
    }

    /** Pulls an image, there or not. */
    public void pull(ImageReference image) throws InterruptedException {
        Pull.pull(engine, act, image, terminal);
    }
}
