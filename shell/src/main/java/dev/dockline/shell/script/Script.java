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

/** The text of a script, and the name that its errors go by. */
public record Script(String name, String text) {

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
            return new Script(name, Files.readString(Path.of(name)));
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
        return new Script("stdin", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
}
