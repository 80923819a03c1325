package dev.dockline.spec;

import dev.dockline.error.MalformedReference;
import java.util.regex.Pattern;

/**
 * The name of an image.
 *
 * @param text the reference as given: {@code name}, {@code name:tag}, {@code host/name@sha256:…} or an id
 */
public record ImageReference(String text) implements Setting {
    // Docker 26 and 28 take an upper-case repository for a host name and answer only after half a minute.
    private static final Pattern FORM = Pattern.compile("(?:[a-zA-Z0-9.-]+(?::[0-9]+)?/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*"
            + "(?<tag>:[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127})?(?<digest>@sha256:[0-9a-f]{64})?|sha256:[0-9a-f]+");

    /** Refuses what is no reference, before an engine takes half a minute to say so. */
    public ImageReference {
        if (!FORM.matcher(text).matches()) {
            boolean upper = !text.equals(text.toLowerCase(java.util.Locale.ROOT));
            throw new MalformedReference(
                    text, upper ? "the name of an image is in lower case" : "it is not of the form name[:tag]");
        }
    }

    /** The reference with the tag that Docker would add: {@code latest} where there is neither tag nor digest. */
    public String tagged() {
        var form = FORM.matcher(text);
        boolean complete = form.matches() && (form.group("tag") != null || form.group("digest") != null);
        return complete || text.startsWith("sha256:") ? text : text + ":latest";
    }

    @Override
    public Object key() {
        return ImageReference.class;
    }

    @Override
    public String cli() {
        return text;
    }

    @Override
    public String toString() {
        return "image(" + Java.literal(text) + ")";
    }
}
