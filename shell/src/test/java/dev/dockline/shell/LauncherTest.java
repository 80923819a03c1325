package dev.dockline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher itself in a copy of the repository's layout, with a java and an mvn that only note what is asked of them.
 * That java leaves half an archive, as on a full disk, and ends with a signal where it is given one.
 */
class LauncherTest {
    private static final String JAVA = """
            #!/bin/bash
            case $1 in
              -version) echo 'openjdk version "17.0.9" 2023-10-17' >&2 ;;
              --list-modules) printf 'java.base@17\\njdk.jshell@17\\n' ;;
              *)
                for option; do
                  case $option in
                    -XX:ArchiveClassesAtExit=*) echo half > "${option#*=}"; exit ;;
                    -XX:SharedArchiveFile=*) exit 134 ;;
                  esac
                done
                echo "LC_ALL=$LC_ALL"; printf '<%s>' "${@: -2}"; exit 7 ;;
            esac
            """;
    private static final String MVN = """
            #!/bin/bash
            echo built >> builds
            mkdir -p shell/target/lib
            touch shell/target/dockline-shell-1.jar
            sleep 0.3
            """;
    private static final String BUILDING = """
            dockline: building (once; the first time takes a minute or two) ...
            dockline: built.
            """;

    @TempDir
    Path folder;

    private Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void layOut() throws Exception {
        bin = Files.createDirectory(folder.resolve("bin"));
        for (var source : List.of("dsl/src/main", "shell/src/main")) {
            Files.createDirectories(folder.resolve(source));
        }
        for (var pom : List.of("pom.xml", "dsl/pom.xml", "shell/pom.xml")) {
            Files.writeString(folder.resolve(pom), "");
        }
        Files.copy(Path.of("dockline"), folder.resolve("shell/dockline"));
        for (var tool : List.of(
                "bash cat cksum cut dirname env find flock grep head mkdir mktemp mv readlink rm sed sleep sort stty touch"
                        .split(" "))) {
            tool(tool, "#!/bin/sh\nexec " + which(tool) + " \"$@\"\n");
        }
        tool("java", JAVA);
        tool("mvn", MVN);
        environment.put("PATH", bin.toString());
        environment.put("LC_ALL", "");
    }

    private static Path which(String tool) {
        return List.of("/usr/bin/", "/bin/").stream()
                .map(where -> Path.of(where + tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private void tool(String name, String script) throws Exception {
        Files.writeString(bin.resolve(name), script);
        Files.setPosixFilePermissions(bin.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run launch(String launcher) throws Exception {
        return Run.process(folder, "", environment, List.of(launcher, "a b", "--c"));
    }

    private Run launch() throws Exception {
        return launch("shell/dockline");
    }

    private long builds() throws Exception {
        var builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.lines(builds).count() : 0;
    }

    @Test
    void builds_once_and_passes_everything_on() throws Exception {
        var started = "LC_ALL=C.UTF-8\n<a b><--c>";
        assertThat(launch()).isEqualTo(new Run(7, started, BUILDING));
        assertThat(launch()).isEqualTo(new Run(7, started, ""));
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void builds_again_when_a_source_is_newer() throws Exception {
        launch();
        for (var source : List.of("dsl/src/main/A.java", "shell/src/main/A.java", "shell/pom.xml")) {
            Files.writeString(folder.resolve(source), "");
            Files.setLastModifiedTime(
                    folder.resolve(source), FileTime.from(Instant.now().plusSeconds(1)));
            assertThat(launch().err()).as(source).isEqualTo(BUILDING);
            Files.setLastModifiedTime(folder.resolve(source), FileTime.from(Instant.EPOCH));
        }
        assertThat(launch().err()).isEmpty();
    }

    @Test
    void starts_at_once_build_once() throws Exception {
        var starts = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return launch();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        assertThat(starts).allMatch(start -> start.join().exitCode() == 7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void runs_through_links_from_anywhere() throws Exception {
        var other = Files.createDirectory(folder.resolve("other"));
        Files.createSymbolicLink(other.resolve("one"), Path.of("../shell/dockline"));
        Files.createSymbolicLink(other.resolve("two"), Path.of("one"));
        assertThat(launch("other/two").exitCode()).isEqualTo(7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void keeps_a_locale_that_is_set() throws Exception {
        environment.put("LC_ALL", "de_DE.UTF-8");
        assertThat(launch().out()).startsWith("LC_ALL=de_DE.UTF-8\n");
    }

    @Test
    void shows_what_maven_said_when_the_build_fails() throws Exception {
        tool("mvn", "#!/bin/bash\necho broken source\nexit 1\n");
        assertThat(launch()).isEqualTo(new Run(1, "", """
                        dockline: building (once; the first time takes a minute or two) ...
                        broken source
                        dockline: the build failed; what Maven said is above.
                        """));
    }

    @Test
    void says_how_to_get_maven() throws Exception {
        Files.delete(bin.resolve("mvn"));
        assertThat(launch()).isEqualTo(new Run(1, "", """
                        dockline: There is no mvn on the PATH, and Dockline must be built. Get it with: sudo apt install maven, or from https://maven.apache.org
                        """));
    }

    @Test
    void says_how_to_get_a_jdk() throws Exception {
        Files.delete(bin.resolve("java"));
        var way = "Get one from https://adoptium.net, or with: sudo apt install openjdk-17-jdk-headless\n";
        assertThat(launch())
                .isEqualTo(
                        new Run(1, "", "dockline: There is no java on the PATH; a JDK 17 or newer is needed. " + way));
        tool("java", JAVA.replace("17.0.9", "11.0.2"));
        var java = bin.resolve("java");
        assertThat(launch().err())
                .isEqualTo("dockline: " + java + " is Java 11.0.2; a JDK 17 or newer is needed. " + way);
        tool("java", JAVA.replace("17.0.9", "1.8.0_392"));
        assertThat(launch().err())
                .isEqualTo("dockline: " + java + " is Java 1.8.0_392; a JDK 17 or newer is needed. " + way);
        tool("java", JAVA.replace("jdk.jshell@17", ""));
        assertThat(launch().err())
                .isEqualTo("dockline: " + java + " is a runtime without jdk.jshell; a whole JDK is needed. " + way);
        environment.put("JAVA_HOME", "/nosuch");
        assertThat(launch().err())
                .isEqualTo("dockline: JAVA_HOME is /nosuch, but there is no bin/java in it."
                        + " Unset it, or point it at a JDK 17 or newer.\n");
    }
}
