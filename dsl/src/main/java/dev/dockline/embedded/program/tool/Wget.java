package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** {@code wget [-q] [-O FILE] [-T SECONDS] http://HOST[:PORT]/PATH}, inside the containers' networks. */
final class Wget implements Program {
    @Override
    public int run(Process process) throws IOException {
        var options = Options.of(process, "qO:T:S");
        var url = options.operands(1).get(0);
        var uri = URI.create(url.contains("://") ? url : "http://" + url);
        if (!"http".equals(uri.getScheme())) throw new ExitException(1, "not an http url: " + url);
        var address = process.network().resolve(uri.getHost()).orElse(null);
        if (address == null) throw new ExitException(1, "bad address '" + uri.getHost() + "'");
        var port = uri.getPort() < 0 ? 80 : uri.getPort();
        if (!options.has('q'))
            process.err()
                    .write(("Connecting to " + uri.getHost() + ":" + port + " (" + address + ":" + port + ")\n")
                            .getBytes(StandardCharsets.UTF_8));
        try (var connection = process.network().connect(address, port)) {
            if (connection == null)
                throw new ExitException(1, "can't connect to remote host (" + address + "): Connection refused");
            process.table().closeAtKill(connection);
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            var request = "GET " + path + query + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                    + "\r\nUser-Agent: Wget\r\nConnection: close\r\n\r\n";
            connection.out().write(request.getBytes(StandardCharsets.ISO_8859_1));
            save(process, options, path, connection.in());
            process.table().forget(connection);
        }
        return 0;
    }

    private static void save(Process process, Options options, String path, InputStream in) throws IOException {
        var status = Inputs.line(in);
        if (status == null) throw new ExitException(1, "error getting response");
        for (var line = Inputs.line(in); line != null && !line.isBlank(); line = Inputs.line(in)) {
            // Only the body is wanted.
        }
        var code = status.strip().split(" ", 3);
        if (code.length < 2 || !code[1].equals("200"))
            throw new ExitException(1, "server returned error: " + status.strip());
        var name = path.endsWith("/") ? "index.html" : path.substring(path.lastIndexOf('/') + 1);
        var target = options.value('O', name);
        if (target.equals("-")) {
            process.copy(in, process.out());
            return;
        }
        try (var out = process.files().write(process.path(target), false)) {
            process.copy(in, out);
        }
    }
}
