package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** {@code printf FORMAT [ARG]...}; the format is used again while arguments are left. */
final class Printf implements Program {
    private static final Pattern DIRECTIVE = Pattern.compile("%([-0+ ]*[0-9]*(?:\\.[0-9]+)?)([a-zA-Z%])");

    private Process process;
    private int code;

    @Override
    public int run(Process started) throws IOException {
        process = started;
        var args = process.args();
        if (args.isEmpty()) throw new ExitException(1, "usage: printf FORMAT [ARG]...");
        var rest = args.stream().skip(1).map(Escapes::bytes).toList();
        do {
            var used = print(Escapes.expand(Escapes.bytes(args.get(0))), rest);
            if (used == 0) break;
            rest = rest.subList(Math.min(used, rest.size()), rest.size());
        } while (!rest.isEmpty());
        return code;
    }

    private int print(String format, List<String> args) throws IOException {
        var matcher = DIRECTIVE.matcher(format);
        var text = new StringBuilder();
        var used = 0;
        var last = 0;
        while (matcher.find()) {
            text.append(format, last, matcher.start());
            last = matcher.end();
            if (matcher.group(2).equals("%")) text.append('%');
            else text.append(one(matcher.group(1), matcher.group(2), used < args.size() ? args.get(used++) : ""));
        }
        process.out().write(text.append(format.substring(last)).toString().getBytes(StandardCharsets.ISO_8859_1));
        return used;
    }

    private String one(String flags, String kind, String value) throws IOException {
        return switch (kind) {
            case "s" -> String.format("%" + flags.replace("0", "0".equals(flags) ? "" : "0") + "s", value);
            case "b" -> Escapes.expand(value);
            case "c" -> value.isEmpty() ? "" : value.substring(0, 1);
            case "d", "i", "u" -> String.format("%" + flags + "d", number(value));
            case "x", "X", "o" -> String.format("%" + flags + kind, number(value));
            case "f", "e", "g" -> String.format("%" + flags + kind, value.isEmpty() ? 0.0 : Double.parseDouble(value));
            default -> throw new ExitException(1, "%" + flags + kind + ": invalid format");
        };
    }

    private long number(String value) throws IOException {
        try {
            return value.isEmpty() ? 0 : Long.decode(value.strip());
        } catch (NumberFormatException e) {
            code = process.fail("invalid number '" + value + "'");
            return 0;
        }
    }
}
