package dev.dockline.shell.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a script, the name that its errors go by, and the folder it lies in. */
public record Script(String name, String text, Path folder) {

    private static final Path HERE = Path.of("");

    /** A text that lies in no file. */
    public static Script text(String name, String text) {
        return new Script(name, text, HERE);
    }

    /** Takes the text as it is given, but for a first line that is for the operating system. */
    public Script {
        if (text.startsWith("#!")) {
            // Commented out, so that lines keep their numbers.
            text = "//" + text;
        }
        text = text.replace("\r\n", "\n");
    }

    /** Reads a file; the exception's message is a sentence for the user. */
    public static Script file(String name) throws IOException {
        try {
            var path = Path.of(name).toAbsolutePath();
            return new Script(name, Files.readString(path), path.getParent());
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + name + ".", e);
        } catch (AccessDeniedException e) {
            throw new IOException("The file " + name + " may not be read.", e);
        } catch (MalformedInputException e) {
            throw new IOException("The file " + name + " is not UTF-8 text.", e);
        } catch (IOException | InvalidPathException e) {
            throw new IOException("The file " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Reads a stream to its end. */
    public static Script stream(InputStream in) throws IOException {
        return text("stdin", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
}
