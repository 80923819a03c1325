package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tool's options and operands, as getopt splits them. */
public final class Options {
    private final Map<Character, List<String>> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    private Options() {}

    /** Reads options of one letter; one that a colon follows takes a value. Others are refused. */
    public static Options of(Process process, String letters) throws ExitException {
        return of(process.args(), letters);
    }

    static Options of(List<String> args, String letters) throws ExitException {
        var options = new Options();
        for (var i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            if (arg.equals("--")) {
                options.operands.addAll(args.subList(i + 1, args.size()));
                break;
            }
            if (arg.startsWith("--")) throw new ExitException(1, "unrecognized option: " + arg.substring(2));
            if (arg.length() > 1 && arg.startsWith("-")) i = options.cluster(args, i, letters);
            else options.operands.add(arg);
        }
        return options;
    }

    private int cluster(List<String> args, int index, String letters) throws ExitException {
        var text = args.get(index);
        for (var i = 1; i < text.length(); i++) {
            var letter = text.charAt(i);
            var known = letter == ':' ? -1 : letters.indexOf(letter);
            if (known < 0) throw new ExitException(1, "unrecognized option: " + letter);
            var takesValue = known + 1 < letters.length() && letters.charAt(known + 1) == ':';
            if (!takesValue) {
                put(letter, "");
                continue;
            }
            var rest = text.substring(i + 1);
            if (rest.isEmpty() && index + 1 == args.size())
                throw new ExitException(1, "option requires an argument: " + letter);
            put(letter, rest.isEmpty() ? args.get(index + 1) : rest);
            return rest.isEmpty() ? index + 1 : index;
        }
        return index;
    }

    private void put(char letter, String value) {
        values.computeIfAbsent(letter, none -> new ArrayList<>()).add(value);
    }

    public boolean has(char letter) {
        return values.containsKey(letter);
    }

    public String value(char letter, String otherwise) {
        var all = all(letter);
        return all.isEmpty() ? otherwise : all.get(all.size() - 1);
    }

    /** Of an option that was given several times. */
    public List<String> all(char letter) {
        return values.getOrDefault(letter, List.of());
    }

    public int number(char letter, int otherwise) throws ExitException {
        if (!has(letter)) return otherwise;
        try {
            return Integer.parseInt(value(letter, ""));
        } catch (NumberFormatException e) {
            throw new ExitException(1, "invalid number '" + value(letter, "") + "'");
        }
    }

    public List<String> operands() {
        return operands;
    }

    /** The operands, which must be so many at least. */
    List<String> operands(int least) throws ExitException {
        if (operands.size() < least) throw new ExitException(1, "missing operand");
        return operands;
    }
}
