package dev.dockline.embedded.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dockline.embedded.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One instruction of a Dockerfile.
 *
 * @param flags the words {@code --name=value} before the rest
 * @param text the rest, as it stands there
 */
public record Instruction(String keyword, Map<String, String> flags, String text) {

    /** Reads a line whose continuations are joined already. */
    public static Instruction parse(String line) throws BuildError {
        var space = line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ');
        var keyword = line.substring(0, space).toUpperCase(Locale.ROOT);
        var rest = line.substring(space).strip();
        var flags = new LinkedHashMap<String, String>();
        while (rest.startsWith("--")) {
            var end = rest.indexOf(' ') < 0 ? rest.length() : rest.indexOf(' ');
            var flag = rest.substring(2, end);
            var equals = flag.indexOf('=');
            flags.put(equals < 0 ? flag : flag.substring(0, equals), equals < 0 ? "" : flag.substring(equals + 1));
            rest = rest.substring(end).strip();
        }
        if (rest.isEmpty() && !keyword.equals("CMD") && !keyword.equals("ENTRYPOINT"))
            throw new BuildError("dockerfile parse error: " + keyword + " requires at least one argument");
        return new Instruction(keyword, flags, rest);
    }

    /** The words of {@code ["a", "b"]}, or null where it is not written so. */
    List<String> list() {
        if (!text.startsWith("[")) return null;
        try {
            var words = new ArrayList<String>();
            Json.read(text).forEach(word -> words.add(word.asText()));
            return words;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** The command it stands for: a list as it is, a text for a shell. */
    List<String> command() {
        var list = list();
        return list == null ? List.of("/bin/sh", "-c", text) : list;
    }

    @Override
    public String toString() {
        var words = new StringBuilder(keyword);
        flags.forEach((name, value) -> words.append(" --").append(name).append(value.isEmpty() ? "" : "=" + value));
        return words.append(text.isEmpty() ? "" : " " + text).toString();
    }
}
