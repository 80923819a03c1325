package dev.dockline.error;

/** A network of that name is there, and is not as it was declared. */
public final class NetworkDiffers extends DocklineException {
    private static final long serialVersionUID = 1L;

    /** Says it in three parts. */
    public NetworkDiffers(String what, String name, String difference) {
        super(
                what,
                "it is there already, with " + difference,
                "network(\"" + name + "\") as it is, or network(\"" + name + "\").remove() first");
    }
}
