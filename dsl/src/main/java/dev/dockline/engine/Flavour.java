package dev.dockline.engine;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.util.regex.Pattern;

/**
 * What kind of engine answers, and what follows from that.
 *
 * @param podman whether it is Podman
 * @param major the first number of its version
 * @param minor the second
 */
public record Flavour(boolean podman, int major, int minor) {
    private static final Pattern SERVER = Pattern.compile("[A-Za-z]+/(\\d+)(?:\\.(\\d+))?.*");
    private static final int LAST_WITH_VARIABLES = 28;
    private static final int LAST_BESIDE_OPTIONS = 4;

    /** Reads it from the answer to a ping. */
    static Flavour of(Response ping) {
        boolean podman = ping.getHeader("Libpod-Api-Version") != null;
        var server = SERVER.matcher(String.valueOf(ping.getHeader("Server")));
        return server.matches()
                ? new Flavour(podman, number(server.group(1)), number(server.group(2)))
                : new Flavour(podman, 0, 0);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether a linked container on the default network gets name and variables; Docker 29 dropped the variables. */
    public boolean links() {
        return !podman && major <= LAST_WITH_VARIABLES;
    }

    /** Whether {@code volumes-from} brings binds along, and keeps read-only what is read-only. */
    public boolean inheritsMounts() {
        return !podman;
    }

    /** Whether the archive API tells who owns a file. */
    public boolean archivesOwners() {
        return !podman;
    }

    /** Whether a list tells the ports that are only exposed; Podman tells them at an inspect alone. */
    public boolean listsExposedPorts() {
        return !podman;
    }

    /** Whether a tar for a volume with driver options lands in it; Podman 4 does not mount it, and puts it beside. */
    public boolean unpacksIntoOptions() {
        return !podman || major > LAST_BESIDE_OPTIONS;
    }

    /**
     * Whether a tar that is unpacked at {@code /} of a container that does not run lands in the volumes mounted below;
     * Podman puts it beneath them.
     */
    public boolean unpacksIntoMounts() {
        return !podman;
    }
}
