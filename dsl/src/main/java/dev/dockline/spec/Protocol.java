package dev.dockline.spec;

/** The protocol of a port. */
public enum Protocol {
    /** TCP, the default. */
    TCP,
    /** UDP. */
    UDP,
    /** SCTP, which few engines publish. */
    SCTP;

    /** The protocol as the engine writes it, in lower case. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
