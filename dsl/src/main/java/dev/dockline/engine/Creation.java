package dev.dockline.engine;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.dockline.error.NoImageDeclared;
import dev.dockline.error.NoSuchImage;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.ImageReference;
import dev.dockline.spec.Platform;
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
        if (policy(spec) == PullPolicy.ALWAYS) {
            pull(spec);
        }
        var meant = engine.flavour().inheritsMounts() ? spec : new Inheritance(engine).spelledOut(spec);
        var id = created(meant);
        if (!spec.name().isEmpty()) {
            return new Made(id, spec.name());
        }
        return new Made(
                id,
                engine.read("/containers/" + id + "/json").path("Name").asText().substring(1));
    }

    // The engine says whether the image is there: to ask it first would cost every creation a call.
    private String created(ContainerSpec spec) throws InterruptedException {
        try {
            return CreateRequest.of(engine.docker(), spec).exec().getId();
        } catch (DockerException refused) {
            var ofOtherPlatform = refused instanceof NotFoundException && spec.has(Platform.class);
            if (has(image(spec)) && !ofOtherPlatform) {
                throw refused;
            }
            bring(spec);
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
            engine.remove(made.id(), true, true);
        } catch (NotFoundException | ConflictException gone) {
            // An engine removes an autoRemove container by itself: it is gone, or its removal is in progress.
        }
    }

    /** Sees to it that a declaration's image is there, pulling it as the declaration says. */
    public void ensure(ContainerSpec spec) throws InterruptedException {
        if (policy(spec) == PullPolicy.ALWAYS) {
            pull(spec);
        } else if (!has(image(spec))) {
            bring(spec);
        }
    }

    private void bring(ContainerSpec spec) throws InterruptedException {
        if (policy(spec) == PullPolicy.NEVER) {
            throw NoSuchImage.neverPulled(act.what(), image(spec).text());
        }
        pull(spec);
    }

    private static ImageReference image(ContainerSpec spec) {
        return spec.one(ImageReference.class).orElseThrow();
    }

    private static PullPolicy policy(ContainerSpec spec) {
        return spec.one(PullPolicy.class).orElse(PullPolicy.MISSING);
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

    private void pull(ContainerSpec spec) throws InterruptedException {
        var platform = spec.one(Platform.class).map(Platform::name).orElse("");
        Pull.pull(engine, act, image(spec), platform, terminal);
    }

    /** Pulls an image, there or not. */
    public void pull(ImageReference image) throws InterruptedException {
        Pull.pull(engine, act, image, "", terminal);
    }
}
