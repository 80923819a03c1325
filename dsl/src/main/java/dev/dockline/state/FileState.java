package dev.dockline.state;

import java.time.Instant;

/**
 * A file, folder or link in a container or volume.
 *
 * @param name its name, without the folder
 * @param mode its kind and rights as {@code ls} writes them: {@code drwxr-xr-x}
 * @param owner the numbers of its user and group: {@code 999:999}; empty where the engine does not tell
 * @param size how many bytes a file holds
 * @param modified when it was changed last, to the second
 * @param target where a link leads, else empty
 */
public record FileState(String name, String mode, String owner, long size, Instant modified, String target) {
    private static final String RIGHTS = "rwxrwxrwx";

    /** A mode as {@code ls} writes it, from a letter for the kind and the bits of the rights. */
    public static String mode(char kind, int bits) {
        var text = new StringBuilder().append(kind);
        for (int i = 0; i < RIGHTS.length(); i++) {
            text.append((bits >> 8 - i & 1) == 1 ? RIGHTS.charAt(i) : '-');
        }
        special(text, 3, bits >> 11, 's');
        special(text, 6, bits >> 10, 's');
        special(text, 9, bits >> 9, 't');
        return text.toString();
    }

    private static void special(StringBuilder text, int place, int bit, char letter) {
        if ((bit & 1) == 1) {
            text.setCharAt(place, text.charAt(place) == '-' ? Character.toUpperCase(letter) : letter);
        }
    }

    /** The same where its owner is not known. */
    public FileState withoutOwner() {
        return new FileState(name, mode, "", size, modified, target);
    }

    /** Whether this is a folder. */
    public boolean isFolder() {
        return mode.charAt(0) == 'd';
    }

    /** The name, with a slash after a folder's and the target after a link's. */
    @Override
    public String toString() {
        return name + (isFolder() ? "/" : target.isEmpty() ? "" : " → " + target);
    }
}
