package dev.dockline.error;

import java.util.List;

/** A container that somebody else made has settings for which there is no noun, and replacing it would lose them. */
public final class NotDeclarable extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NotDeclarable(String what, String name, List<String> settings) {
        super(
                what,
                "it was made elsewhere with settings that have no noun and would be lost: "
                        + String.join(", ", settings),
                "container(\"" + name + "\").inspect(\"/HostConfig\") to see them, or remove(FORCE) and run() to do"
                        + " without");
    }
}
