package dev.dockline.spec;

import dev.dockline.error.MalformedLink;
import java.util.regex.Pattern;

/**
 * A way to another container by a name of one's own.
 *
 * @param target the other container's name or id
 * @param alias the name it has in this container
 */
public record Link(String target, String alias) implements Setting {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");

    /** Refuses names that no engine takes; an alias with blanks would break the hosts file. */
    public Link {
        for (var name : new String[] {target, alias}) {
            if (!NAME.matcher(name).matches()) {
                throw new MalformedLink(
                        target.equals(alias) ? target : target + ":" + alias,
                        "\"" + name + "\" is no container's name");
            }
        }
    }

    /** Reads {@code container[:alias]}; without an alias the container's own name serves. */
    public static Link parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length > 2) {
            throw new MalformedLink(text, "it is not of the form container[:alias]");
        }
        return new Link(parts[0], parts[parts.length - 1]);
    }

    @Override
    public Object key() {
        return this;
    }

    @Override
    public String cli() {
        return "--link " + (target.equals(alias) ? target : target + ":" + alias);
    }

    @Override
    public String toString() {
        return "link(" + Java.literal(target) + (target.equals(alias) ? ")" : ", " + Java.literal(alias) + ")");
    }
}
