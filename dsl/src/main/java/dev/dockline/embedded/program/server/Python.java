package dev.dockline.embedded.program.server;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.net.Connection;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Kept;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** {@code python app.py}, for the one script it knows: training/webapp's own, which it does not interpret but acts out. */
final class Python implements Program {
    private static final int PORT = 5000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/uuuu HH:mm:ss", Locale.ENGLISH);

    @Override
    public int run(Process process) throws IOException {
        if (process.args().size() != 1 || process.args().get(0).startsWith("-"))
            throw new ExitException(2, "the embedded engine has no Python; it runs only training/webapp's app.py");
        var script = process.args().get(0);
        if (!text(process, script).equals(webapp()))
            throw new ExitException(
                    1,
                    "can't run '" + process.path(script)
                            + "': the embedded engine has no Python; it runs only training/webapp's own app.py");
        var acceptor = Acceptor.on(process, PORT);
        if (acceptor.isEmpty()) return process.fail("OSError: [Errno 98] Address already in use");
        process.err().write(" * Running on http://0.0.0.0:5000/\n".getBytes(StandardCharsets.UTF_8));
        acceptor.get().serve(client -> serve(process, client));
        return 0;
    }

    private static String text(Process process, String script) throws IOException {
        try {
            return new String(process.files().readAll(process.path(script)), StandardCharsets.UTF_8);
        } catch (FileError e) {
            throw new ExitException(2, "can't open file '" + process.path(script) + "': [Errno 2] " + e.getMessage());
        }
    }

    private static String webapp() throws IOException {
        try (var in = Python.class.getResourceAsStream("/dev/dockline/embedded/image/app.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void serve(Process process, Connection client) throws IOException {
        while (true) {
            var request = line(client.in());
            if (request == null) return;
            var close = request.endsWith("HTTP/1.0");
            for (var header = line(client.in()); header != null && !header.isEmpty(); header = line(client.in()))
                close |= header.equalsIgnoreCase("connection: close");
            answer(process, client, request, close);
            if (close) return;
        }
    }

    private static void answer(Process process, Connection client, String request, boolean close) throws IOException {
        var known = request.startsWith("GET ");
        var body = known ? "Hello " + process.env().getOrDefault("PROVIDER", "world") + "!" : "Unsupported method";
        var status = known ? 200 : 501;
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 " + status + (known ? " OK" : " Not Implemented")
                + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + bytes.length
                + (close ? "\r\nConnection: close" : "") + "\r\n\r\n";
        client.out().write((head + body).getBytes(StandardCharsets.UTF_8));
        var now = TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        var line = client.peer() + " - - [" + now + "] \"" + request + "\" " + status + " -\n";
        process.err().write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new Kept();
        for (var b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) return null;
            if (b != '\r') bytes.add(b);
        }
        return bytes.text(StandardCharsets.ISO_8859_1);
    }
}
