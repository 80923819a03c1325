package dev.dockline.embedded.program.sql;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;

/** {@code pg_isready [-h HOST] [-p PORT] [-q]}: whether a server lets clients in. */
public final class PgIsReady implements Program {
    private static final int NO_RESPONSE = 2;

    @Override
    public int run(Process process) throws IOException {
        var options = PsqlOptions.of(process);
        var address = process.network().resolve(options.host()).orElse("");
        try (var connection = process.network().connect(address, options.port())) {
            if (!options.quiet()) {
                var answer = connection == null ? " - no response" : " - accepting connections";
                process.println(options.host() + ":" + options.port() + answer);
            }
            return connection == null ? NO_RESPONSE : 0;
        }
    }
}
