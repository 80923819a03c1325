package dev.dockline.state;

/**
 * A link of a container to another.
 *
 * @param target the other container's name
 * @param alias the name it has here
 */
public record LinkState(String target, String alias) implements Comparable<LinkState> {
    /** Reads Docker's {@code /db:/web/alias}. */
    static LinkState parse(String text) {
        var parts = text.split(":", 2);
        String alias = parts.length < 2 ? parts[0] : parts[1];
        return new LinkState(parts[0].replaceFirst("^/", ""), alias.substring(alias.lastIndexOf('/') + 1));
    }

    @Override
    public int compareTo(LinkState other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return target.equals(alias) ? target : target + ":" + alias;
    }
}
