package dev.dockline.error;

/** A noun was called on a container that exists already. */
public final class SealedDeclaration extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public SealedDeclaration(String noun, String name) {
        super(
                "Cannot change " + noun + " of container \"" + name + "\"",
                "it exists already, and Docker changes no " + noun + " of a container once made",
                "container(\"" + name + "\").replace(c -> c." + noun + "(…))");
    }
}
