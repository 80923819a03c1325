package dev.dockline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.spec.Access;
import dev.dockline.spec.VolumeMount;

/** A volume by its name. */
public final class Volume {
    private final Docker docker;
    private final String name;

    Volume(Docker docker, String name) {
        // A mount refuses what is no volume's name, and says how one looks.
        new VolumeMount(name, "/volume", Access.READ_WRITE);
        this.docker = docker;
        this.name = name;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Makes it; if it is there already, that is well. */
    public Volume create() {
        return docker.act(act("create"), () -> {
            docker.link().docker().createVolumeCmd().withName(name).exec();
            return this;
        });
    }

    /** All that the engine tells of it, as JSON. */
    public JsonNode inspect() {
        return docker.read(act("inspect"), () -> docker.link().read("/volumes/" + Engine.part(name)));
    }

    /**
     * Removes it, and what is in it.
     *
     * @throws dev.dockline.error.VolumeInUse if a container holds it, running or not
     */
    public void remove() {
        docker.act(
                act("remove"),
                () -> docker.link().docker().removeVolumeCmd(name).exec());
    }

    private Act act(String verb) {
        return new Act(verb, "volume", name);
    }

    @Override
    public String toString() {
        return "volume(\"" + name + "\")";
    }
}
