package dev.dockline.shell.script;

import dev.dockline.shell.eval.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of a script, the name that its errors go by, and the folder it lies in. */
public record Script(String name, String text, Path folder) {

    private static final Path HERE = Path.of("");

    /** A text that lies in no file. */
    public static Script text(String name, String text) {
        return new Script(name, text, HERE);
    }

    /** Takes the text as it is given, but for a first line that is for the operating system. */
    public Script {
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        if (text.startsWith("#!")) {
            // Commented out, so that lines keep their numbers.
            text = "//" + text;
        }
        text = text.replace("\r\n", "\n");
    }

    /** Reads a file; the exception's message is a sentence for the user. */
    public static Script file(String name) throws IOException {
        try {
            return file(name, Path.of(name).toAbsolutePath());
        } catch (InvalidPathException e) {
            throw new IOException("The file " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static Script file(String name, Path path) throws IOException {
        return new Script(name, readText(name, path), path.getParent());
    }

    /** The text of a file as it stands; the exception's message is a sentence for the user. */
    public static String readText(String name) throws IOException {
        return readText(name, Path.of(name));
    }

    private static String readText(String name, Path path) throws IOException {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + name + ".", e);
        } catch (AccessDeniedException e) {
            throw new IOException("The file " + name + " may not be read.", e);
        } catch (MalformedInputException e) {
            throw new IOException("The file " + name + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new IOException("The file " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Where it lies, links followed; for a text that lies in no file, the folder and its name. */
    Path place() {
        var file = folder.resolve(Path.of(name).getFileName()).toAbsolutePath();
        try {
            return file.toRealPath();
        } catch (IOException noFile) {
            return file.normalize();
        }
    }

    /**
     * The script that one of its lines opens, beside it unless the path is absolute; the exception's message is a
     * sentence for the user.
     */
    Script opened(Piece line) throws IOException {
        var words = line.source().strip().split("\\s+", 2);
        if (!words[0].equals("/open") || words.length < 2) {
            throw new IOException("a script knows /open FILE, and no other line that begins with a slash");
        }
        var path = words[1].startsWith("~/") ? System.getProperty("user.home") + words[1].substring(1) : words[1];
        var shown = Path.of(path).isAbsolute() ? Path.of(path) : beside(path);
        return file(shown.toString(), folder.resolve(path));
    }

    // As the user would name it: the name of this script with its last part changed.
    private Path beside(String path) {
        return Path.of(name).resolveSibling(path).normalize();
    }

    /**
     * Its text, and those of all scripts that it may open, each once: also what only looks like a line that opens one,
     * within a text block. What is not there counts by its path.
     */
    List<String> withOpened() {
        var texts = new LinkedHashMap<Path, String>();
        addTo(texts);
        return List.copyOf(texts.values());
    }

    private void addTo(Map<Path, String> texts) {
        if (texts.putIfAbsent(place(), text) != null) {
            return;
        }
        for (var line : text.lines().filter(line -> line.startsWith("/open ")).toList()) {
            try {
                opened(new Piece(name, line, 1, true)).addTo(texts);
            } catch (IOException notThere) {
                texts.putIfAbsent(folder.resolve(line), line);
            }
        }
    }

    /** Reads a stream to its end. */
    public static Script stream(InputStream in) throws IOException {
        return text("stdin", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
}
