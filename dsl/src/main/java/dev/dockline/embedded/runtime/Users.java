package dev.dockline.embedded.runtime;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.model.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Who a process runs as: {@code USER[:GROUP]} by name or number, looked up in the container's own files. */
public record Users(int uid, int gid, String home) {
    private static final int NAME = 0;
    private static final int ID = 2;
    private static final int GROUP = 3;
    private static final int HOME = 5;

    public static Users find(FileView files, String wanted) throws IOException {
        var colon = wanted.indexOf(':');
        var user = colon < 0 ? wanted : wanted.substring(0, colon);
        var group = colon < 0 ? "" : wanted.substring(colon + 1);
        var entry = lines(files, "/etc/passwd").stream()
                .filter(fields -> fields.length > HOME)
                .filter(fields ->
                        user.isEmpty() ? fields[ID].equals("0") : fields[NAME].equals(user) || fields[ID].equals(user))
                .findFirst()
                .orElse(null);
        if (entry == null && !isNumber(user) && !user.isEmpty())
            throw Refused.failed("unable to find user " + user + ": no matching entries in passwd file");
        var uid = entry != null ? Integer.parseInt(entry[ID]) : user.isEmpty() ? 0 : Integer.parseInt(user);
        var gid = entry != null ? Integer.parseInt(entry[GROUP]) : 0;
        return new Users(uid, group.isEmpty() ? gid : group(files, group), entry != null ? entry[HOME] : "/");
    }

    private static int group(FileView files, String wanted) throws IOException {
        for (var fields : lines(files, "/etc/group")) {
            if (fields.length > ID && fields[NAME].equals(wanted)) return Integer.parseInt(fields[ID]);
        }
        if (!isNumber(wanted))
            throw Refused.failed("unable to find group " + wanted + ": no matching entries in group file");
        return Integer.parseInt(wanted);
    }

    private static List<String[]> lines(FileView files, String path) throws IOException {
        try {
            var text = new String(files.readAll(path), StandardCharsets.UTF_8);
            return text.lines().map(line -> line.split(":", -1)).toList();
        } catch (FileError e) {
            // An image without users: only numbers can be meant.
            return List.of();
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,9}");
    }
}
