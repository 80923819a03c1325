package dev.dockline.engine;

import dev.dockline.error.DocklineException;
import dev.dockline.error.EngineUnreachable;
import java.io.IOException;

/** Says why an engine could not be reached, and what to do about it. */
final class Unreachable {
    private Unreachable() {}

    /** The failure to open an address, as an exception that helps; failures of other kinds are handed back. */
    static RuntimeException explain(EngineAddress address, RuntimeException failure) {
        if (failure instanceof DocklineException) {
            return failure;
        }
        var reason = reason(failure);
        return reason == null ? failure : new EngineUnreachable(what(address), reason, next(address, reason), failure);
    }

    /** The failure of a connection that once worked; null for a failure of another kind. */
    static EngineUnreachable broken(Act act, EngineAddress address, Throwable failure) {
        var reason = reason(failure);
        return reason == null
                ? null
                : new EngineUnreachable(
                        act.what(),
                        "the connection to " + address.url() + " broke (" + reason + ")",
                        "engine() to see whether it is back",
                        failure);
    }

    static EngineUnreachable silent(EngineAddress address, int seconds, Throwable failure) {
        return new EngineUnreachable(
                what(address),
                "it takes connections and has not answered for " + seconds + " s",
                next(address, "").replace("start docker", "restart docker"),
                failure);
    }

    static EngineUnreachable noEngine(EngineAddress address, int status) {
        return new EngineUnreachable(
                what(address),
                "what answers there is no Docker engine (status " + status + " to a ping)",
                "--engine URL with the address of an engine",
                null);
    }

    static String what(EngineAddress address) {
        return "Cannot reach the engine at " + address.url() + " (" + address.why() + ")";
    }

    private static String reason(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                var text = String.valueOf(cause.getMessage());
                if (text.contains("No such file or directory")) {
                    return "there is no such socket";
                }
                if (text.contains("Permission denied")) {
                    return "permission denied: this user may not open the socket";
                }
                return text.contains("Connection refused") ? "nobody listens there: connection refused" : text;
            }
        }
        return null;
    }

    private static String next(EngineAddress address, String reason) {
        if (reason.startsWith("permission denied")) {
            return "sudo usermod -aG docker $USER, then log in again; or --engine embedded to do without";
        }
        boolean local = !address.socket().isEmpty();
        return (local
                        ? "sudo systemctl start docker"
                        : "docker -H " + address.url() + " version, to see whether it is up")
                + "; or --engine embedded to do without";
    }
}
