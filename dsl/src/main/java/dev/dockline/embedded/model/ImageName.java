package dev.dockline.embedded.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of images: {@code busybox} stands for {@code busybox:latest}. */
public final class ImageName {
    private static final Pattern REPOSITORY =
            Pattern.compile("(?:[a-zA-Z0-9.-]+(?::[0-9]+)?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
                    + "(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[\\w][\\w.-]{0,127}");

    private ImageName() {}

    /** With a tag, and without the hub's own prefixes. */
    public static String full(String reference) {
        var name = reference;
        for (var prefix : new String[] {"docker.io/", "library/"}) {
            if (name.startsWith(prefix)) name = name.substring(prefix.length());
        }
        return hasTag(name) ? name : name + ":latest";
    }

    /** How an error names what was asked for: ids as they are, names with a tag. */
    static String shown(String reference) {
        return reference.startsWith("sha256:") || hasTag(reference) ? reference : reference + ":latest";
    }

    public static String checked(String repository, String tag) {
        if (!repository.equals(repository.toLowerCase(Locale.ROOT)))
            throw Refused.badRequest("invalid reference format: repository name ("
                    + (repository.contains("/") ? "" : "library/") + repository + ") must be lowercase");
        if (!REPOSITORY.matcher(repository).matches()) throw Refused.badRequest("invalid reference format");
        if (!tag.isEmpty() && !TAG.matcher(tag).matches()) throw Refused.badRequest("invalid tag format");
        return full(tag.isEmpty() ? repository : repository + ":" + tag);
    }

    /** Refuses what is no name of an image. */
    static void check(String reference) {
        var name = reference.contains("@") ? reference.substring(0, reference.indexOf('@')) : reference;
        var colon = hasTag(name) ? name.lastIndexOf(':') : name.length();
        if (!reference.startsWith("sha256:"))
            checked(name.substring(0, colon), name.substring(Math.min(colon + 1, name.length())));
    }

    private static boolean hasTag(String name) {
        return name.contains("@") || name.lastIndexOf(':') > name.lastIndexOf('/');
    }
}
