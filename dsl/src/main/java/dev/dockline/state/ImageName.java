package dev.dockline.state;

/** How people name images: Podman tells them with their registry and tag, Docker as they were given. */
public final class ImageName {
    private static final String REGISTRY = "^(docker\\.io/library/|docker\\.io/|localhost/)";

    private ImageName() {}

    /** A reference without a registry that nobody types, and then without the tag that goes without saying. */
    public static String familiar(String reference) {
        var bare = reference.replaceFirst(REGISTRY, "");
        return bare.equals(reference) ? reference : bare.replaceFirst(":latest$", "");
    }

    /** A reference as an image's list of tags tells it: with its tag, without such a registry. */
    public static String tagged(String reference) {
        return reference.replaceFirst(REGISTRY, "");
    }
}
