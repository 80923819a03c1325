package dev.dockline.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * The tests' class path with an archive of loaded classes, as the launcher makes one: processes start in three quarters
 * of the time. An archive takes no folders, so these are packed, and those of tests stand behind what is in it.
 */
final class ClassArchive {

    private static final ClassArchive MADE = make();

    private final String classPath;
    private final Path archive;

    private ClassArchive(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** The options of a Java process. */
    static List<String> options() {
        return List.of(
                "-XX:SharedArchiveFile=" + MADE.archive, "-Xlog:disable", "-Xlog:all=off", "-cp", MADE.classPath);
    }

    private static ClassArchive make() {
        try {
            var folder = Files.createTempDirectory("archive");
            var packed = new ArrayList<String>();
            var tests = new ArrayList<String>();
            for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (entry.endsWith("test-classes")) {
                    tests.add(entry);
                } else {
                    packed.add(Files.isDirectory(Path.of(entry)) ? pack(folder, entry) : entry);
                }
            }
            var archive = folder.resolve("classes.jsa");
            var archived = String.join(File.pathSeparator, packed);
            train(archive, archived);
            packed.addAll(tests);
            return new ClassArchive(String.join(File.pathSeparator, packed), archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pack(Path folder, String classes) {
        var jar = folder.resolve(classes.replace(File.separatorChar, '.').substring(1) + ".jar")
                .toString();
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        var code = tool.run(System.out, System.err, "--create", "--file", jar, "-C", classes, ".");
        if (code != 0) {
            throw new IllegalStateException("Could not pack " + classes);
        }
        return jar;
    }

    private static void train(Path archive, String classPath) throws IOException {
        var command = new ArrayList<>(Run.java());
        command.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath, Run.MAIN));
        command.addAll(List.of("--engine", "embedded", "-e", "for (var n : List.of(1, 2)) { containers(); }"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.onExit().join();
    }
}
