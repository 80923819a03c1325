package dev.dockline.shell.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The start-up script of a project's folder: it runs only as it was when the user trusted it, with all that it
 * opens, since a folder may be anybody's.
 *
 * @param file where it would lie
 * @param trusted the file that remembers what was trusted: on each line a hash and the path
 */
public record ProjectScript(Path file, Path trusted) {
    private static final String NAME = ".dockline/startup.jsh";

    /** That of a folder. */
    public static ProjectScript of(Path folder, Path trusted) {
        return new ProjectScript(folder.toAbsolutePath().resolve(NAME), trusted);
    }

    /** The script, if there is one and its present text was trusted. */
    public Optional<Script> ifTrusted() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var script = Script.file(file.toString());
        return lines().contains(line(script)) ? Optional.of(script) : Optional.empty();
    }

    /** Why it does not run, and what to type; empty if it does, or is not there. */
    public String warning() throws IOException {
        if (!Files.exists(file) || ifTrusted().isPresent()) {
            return "";
        }
        var changed = lines().stream().anyMatch(line -> line.endsWith(" " + file));
        return NAME + (changed ? " has changed since you trusted it" : " is not trusted yet")
                + " and was not run.\nRead it, then type: /trust";
    }

    /** Trusts the present text from now on, and returns it. */
    public Script trust() throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("There is no " + NAME + " in this folder to trust.");
        }
        var script = Script.file(file.toString());
        var lines = new ArrayList<>(lines());
        lines.removeIf(line -> line.endsWith(" " + file));
        lines.add(line(script));
        Files.createDirectories(trusted.getParent());
        var beside = trusted.resolveSibling(trusted.getFileName() + ".new");
        Files.write(beside, lines);
        Files.move(beside, trusted, StandardCopyOption.REPLACE_EXISTING);
        return script;
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(trusted);
        } catch (NoSuchFileException nothingTrustedYet) {
            return List.of();
        }
    }

    private String line(Script script) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            script.withOpened().forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()) + " " + file;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has it", e);
        }
    }
}
