package dev.dockline.embedded.program.sql;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;

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
    private static final String WITH_VALUE = "hpUdcv";
    private static final String FLAGS = "AtqXwn1";

    static PsqlOptions of(Process process) throws ExitException {
        var values = new java.util.HashMap<Character, String>();
        var args = process.args();
        var operands = new java.util.ArrayList<String>();
        for (var i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            if (!arg.startsWith("-") || arg.equals("-")) {
                operands.add(arg);
                continue;
            }
            for (var j = 1; j < arg.length(); j++) {
                var letter = arg.charAt(j);
                if (FLAGS.indexOf(letter) >= 0) {
                    values.put(letter, "");
                } else if (WITH_VALUE.indexOf(letter) >= 0) {
                    var rest = arg.substring(j + 1);
                    if (rest.isEmpty() && ++i == args.size())
                        throw new ExitException(1, "option requires an argument -- '" + letter + "'");
                    values.put(letter, rest.isEmpty() ? args.get(i) : rest);
                    break;
                } else {
                    throw new ExitException(1, "invalid option -- '" + (arg.startsWith("--") ? arg : letter) + "'");
                }
            }
        }
        return of(process, values, operands);
    }

    private static PsqlOptions of(
            Process process, java.util.Map<Character, String> values, java.util.List<String> operands) {
        var env = process.env();
        var user = values.getOrDefault(
                'U', operands.size() > 1 ? operands.get(1) : env.getOrDefault("PGUSER", Tables.USER));
        return new PsqlOptions(
                values.getOrDefault('h', env.getOrDefault("PGHOST", "127.0.0.1")),
                Integer.parseInt(values.getOrDefault('p', env.getOrDefault("PGPORT", "" + PORT))),
                user,
                values.getOrDefault('d', operands.isEmpty() ? env.getOrDefault("PGDATABASE", user) : operands.get(0)),
                values.get('c'),
                !values.containsKey('A'),
                values.containsKey('t'),
                values.containsKey('q'),
                values.getOrDefault('v', "").matches("ON_ERROR_STOP(=1|=on)?"));
    }
}
