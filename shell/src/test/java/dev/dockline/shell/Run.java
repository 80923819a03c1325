package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One process: started in a scratch folder that is also its home, its output, errors and exit code kept apart. */
public record Run(int exitCode, String out, String err) {

    static final String MAIN = "dev.dockline.shell.Main";

    /** Starts Dockline in the folder and waits for its end. */
    static Run dockline(Path folder, String input, String... arguments) throws Exception {
        return process(folder, input, Map.of(), command(arguments));
    }

    public static List<String> command(String... arguments) {
        var command = new ArrayList<>(java());
        command.addAll(ClassArchive.options());
        command.add(MAIN);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Java, with the launcher's options. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                "--add-opens=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED");
    }

    /** The environment of a process: nothing of a developer's own settings. */
    public static Map<String, String> environment(Path folder) {
        var environment = new TreeMap<String, String>();
        environment.put("HOME", folder.toString());
        environment.put("PATH", System.getenv("PATH"));
        environment.put("LC_ALL", "C.UTF-8");
        return environment;
    }

    public static Run process(Path folder, String input, Map<String, String> variables, List<String> command)
            throws Exception {
        var out = Files.createTempFile("out", "");
        var err = Files.createTempFile("err", "");
        var process = start(folder, variables, command, out, err);
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notRead) {
            // A process may end without reading what it was given.
        }
        assertThat(process.waitFor(180, TimeUnit.SECONDS))
                .as("%s ends", command)
                .isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    public static Process start(Path folder, Map<String, String> variables, List<String> command, Path out, Path err)
            throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment(folder));
        builder.environment().putAll(variables);
        return builder.start();
    }
}
