package dev.dockline.embedded.fs;

/** Paths as containers write them, whatever the host's separator. */
public final class Paths {
    private Paths() {}

    /** An absolute path from one that may be relative to a folder; dots stay for the file system to resolve. */
    public static String absolute(String folder, String path) {
        if (path.startsWith("/")) return path;
        return folder.endsWith("/") ? folder + path : folder + "/" + path;
    }

    /** The last part, {@code /} for the root. */
    public static String name(String path) {
        var end = trimmed(path);
        return end.equals("/") ? "/" : end.substring(end.lastIndexOf('/') + 1);
    }

    public static String parent(String path) {
        var end = trimmed(path);
        var slash = end.lastIndexOf('/');
        if (slash < 0) return ".";
        return slash == 0 ? "/" : end.substring(0, slash);
    }

    public static String child(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** Without slashes at its end. */
    public static String trimmed(String path) {
        var end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') end--;
        return path.substring(0, end);
    }
}
