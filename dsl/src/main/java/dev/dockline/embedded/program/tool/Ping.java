package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.util.Locale;

/** {@code ping [-c COUNT] [-W SECONDS] [-i SECONDS] [-q] HOST}: containers that run answer. */
final class Ping implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(process, "c:W:w:i:q4");
        var host = options.operands(1).get(0);
        var address = process.network().resolve(host).orElse(null);
        if (address == null) return process.fail("bad address '" + host + "'");
        process.println("PING " + host + " (" + address + "): 56 data bytes");
        var count = options.number('c', Integer.MAX_VALUE);
        var pause = options.number('i', 1) * 1000L;
        var received = 0;
        for (var sent = 0; sent < count; sent++) {
            if (sent > 0) Thread.sleep(pause);
            if (!process.network().answers(address)) continue;
            received++;
            if (!options.has('q'))
                process.println("64 bytes from " + address + ": seq=" + sent + " ttl=64 time="
                        + (sent == 0 ? "0.061" : "0.048") + " ms");
        }
        summary(process, host, count, received);
        return received > 0 ? 0 : 1;
    }

    private static void summary(Process process, String host, int sent, int received) throws IOException {
        process.println("");
        process.println("--- " + host + " ping statistics ---");
        var loss = sent == 0 ? 0 : (sent - received) * 100L / sent;
        process.println(String.format(
                Locale.ROOT, "%d packets transmitted, %d packets received, %d%% packet loss", sent, received, loss));
        if (received > 0) process.println("round-trip min/avg/max = 0.048/0.052/0.061 ms");
    }
}
