package dev.dockline.state;

/**
 * A link of a container to another.
 *
 * @param target the other container's name
 * @param alias the name it has here
 * @param madeBy {@code engine} or {@code Dockline}, where the engine makes no such links
 * @param fault why it no longer works, empty where it does
 */
public record LinkState(String target, String alias, String madeBy, String fault) implements Comparable<LinkState> {
    /** A link that an engine tells of. */
    LinkState(String target, String alias) {
        this(target, alias, "engine", "");
    }

    /** Reads Docker's {@code /db:/web/alias}. */
    static LinkState parse(String text) {
        var parts = text.split(":", 2);
        String alias = parts.length < 2 ? parts[0] : parts[1];
        return new LinkState(parts[0].replaceFirst("^/", ""), alias.substring(alias.lastIndexOf('/') + 1));
    }

    /** Whether it no longer works. */
    public boolean isBroken() {
        return !fault.isEmpty();
    }

    @Override
    public int compareTo(LinkState other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return (target.equals(alias) ? target : target + ":" + alias) + (isBroken() ? " (broken)" : "");
    }
}
