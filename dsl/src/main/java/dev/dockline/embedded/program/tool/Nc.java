package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.net.Connection;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code nc [-z] [-w SECONDS] HOST PORT} sends standard input and prints the answer; {@code nc -l -p PORT} waits for one. */
final class Nc implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        var options = Options.of(process, "zvw:lp:");
        if (options.has('l')) return listen(process, options);
        var operands = options.operands(2);
        var host = operands.get(0);
        var address = process.network().resolve(host).orElse(null);
        if (address == null) throw new ExitException(1, "bad address '" + host + "'");
        try (var connection = process.network().connect(address, port(operands.get(1)))) {
            if (connection == null) return refused(process, host, address, operands.get(1));
            if (options.has('z')) return 0;
            return talk(process, connection);
        }
    }

    private static int refused(Process process, String host, String address, String port) throws IOException {
        return process.fail(
                process.network().answers(address)
                        ? "can't connect to remote host (" + address + "): Connection refused"
                        : "can't connect to remote host (" + address + "): No route to host");
    }

    private static int port(String text) throws ExitException {
        if (!text.matches("[0-9]{1,5}")) throw new ExitException(1, "bad port '" + text + "'");
        return Integer.parseInt(text);
    }

    private static int listen(Process process, Options options) throws IOException, InterruptedException {
        var port =
                options.has('p') ? options.value('p', "") : options.operands(1).get(0);
        try (var listener = process.network().listen(port(port))) {
            if (listener == null) return process.fail("bind: Address already in use");
            process.table().closeAtKill(listener);
            try (var connection = listener.accept()) {
                return connection == null ? 1 : talk(process, connection);
            }
        }
    }

    private static int talk(Process process, Connection connection) throws IOException, InterruptedException {
        process.table().closeAtKill(connection);
        var sender = process.table().start(() -> {
            try (var out = connection.out()) {
                process.copy(process.in(), out);
            } catch (IOException e) {
                // The other side has hung up; what it said before is still printed.
            }
        });
        process.copy(connection.in(), process.out());
        connection.close();
        sender.interrupt();
        process.table().forget(connection);
        return 0;
    }
}
