package dev.dockline.spec;

/**
 * A name server that a container asks.
 *
 * @param address its IP address
 */
public record Dns(String address) implements Setting {
    @Override
    public Object key() {
        return this;
    }

    @Override
    public String cli() {
        return "--dns " + Java.word(address);
    }

    @Override
    public String toString() {
        return "dns(" + Java.literal(address) + ")";
    }
}
