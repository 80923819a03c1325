package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The names of users and groups in a container. */
final class Owners {
    static final Owners NUMBERS = new Owners(Map.of(), Map.of());

    private final Map<String, String> users;
    private final Map<String, String> groups;

    private Owners(Map<String, String> users, Map<String, String> groups) {
        this.users = users;
        this.groups = groups;
    }

    static Owners of(FileView files) {
        return new Owners(names(files, "/etc/passwd"), names(files, "/etc/group"));
    }

    private static Map<String, String> names(FileView files, String path) {
        var names = new HashMap<String, String>();
        try {
            var text = new String(files.readAll(path), StandardCharsets.UTF_8);
            text.lines()
                    .map(line -> line.split(":"))
                    .filter(fields -> fields.length > 2)
                    .forEach(fields -> names.putIfAbsent(fields[2], fields[0]));
        } catch (IOException e) {
            // Without the file, or the right to read it, numbers are shown.
            return Map.of();
        }
        return names;
    }

    String user(int uid) {
        return users.getOrDefault(String.valueOf(uid), String.valueOf(uid));
    }

    String group(int gid) {
        return groups.getOrDefault(String.valueOf(gid), String.valueOf(gid));
    }

    /** The number of a user or group by name or number; null where there is none. */
    Integer userId(String name) {
        return id(users, name);
    }

    Integer groupId(String name) {
        return id(groups, name);
    }

    private static Integer id(Map<String, String> names, String name) {
        if (name.matches("[0-9]+")) return Integer.valueOf(name);
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(entry -> Integer.valueOf(entry.getKey()))
                .findFirst()
                .orElse(null);
    }
}
