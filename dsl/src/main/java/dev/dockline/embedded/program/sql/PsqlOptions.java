package dev.dockline.embedded.program.sql;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.tool.Options;

/**
 * What psql was asked to do.
 *
 * @param text what to ask; null where standard input tells
 */
record PsqlOptions(
        String host,
        int port,
        String user,
        String database,
        String text,
        boolean aligned,
        boolean tuplesOnly,
        boolean quiet,
        boolean stopsOnError) {
    private static final int PORT = 5432;

    static PsqlOptions of(Process process) throws ExitException {
        var options = Options.of(process, "h:p:U:d:c:v:AtqXwn1");
        var env = process.env();
        var operands = options.operands();
        var user = operands.size() > 1 ? operands.get(1) : env.getOrDefault("PGUSER", Tables.USER);
        user = options.value('U', user);
        var database = operands.isEmpty() ? env.getOrDefault("PGDATABASE", user) : operands.get(0);
        return new PsqlOptions(
                options.value('h', env.getOrDefault("PGHOST", "127.0.0.1")),
                options.number('p', PORT),
                user,
                options.value('d', database),
                options.value('c', null),
                !options.has('A'),
                options.has('t'),
                options.has('q'),
                options.all('v').stream().anyMatch(set -> set.matches("ON_ERROR_STOP(=1|=on)?")));
    }
}
