package dev.dockline.spec;

/** Paths inside a container. */
final class Paths {
    private Paths() {}

    /** Whether a path names a place in a container that something can be mounted at. */
    static boolean mountable(String path) {
        return path.startsWith("/") && !normal(path).equals("/");
    }

    /** The path without doubled, trailing, {@code .} and {@code ..} parts, as Docker keeps it. */
    static String normal(String path) {
        var parts = new java.util.ArrayDeque<String>();
        for (var part : path.split("/+")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }
}
