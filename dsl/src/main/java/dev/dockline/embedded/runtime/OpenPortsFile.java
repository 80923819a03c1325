package dev.dockline.embedded.runtime;

import java.util.List;
import java.util.Locale;

/** The kernel's table of sockets as a container sees it in {@code /proc}, with the ports that it listens at. */
final class OpenPortsFile {
    static final String PATH = "/proc/net/tcp";
    static final String NAME = "tcp";

    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt" + "   uid  timeout inode\n";
    private static final String LISTENING = "%4d: 00000000:%04X 00000000:0000 0A 00000000:00000000 00:00000000 00000000"
            + "     0        0 0 1 0000000000000000 100 0 0 10 0\n";

    private OpenPortsFile() {}

    static String text(List<Integer> ports) {
        var text = new StringBuilder(HEAD);
        for (var port : ports) text.append(String.format(Locale.ROOT, LISTENING, ports.indexOf(port), port));
        return text.toString();
    }
}
