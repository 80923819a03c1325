package dev.dockline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's example of a test in plain Java. */
class RowsTest {
    // README
    @Test
    void rows_outlive_the_container_that_wrote_them() {
        try (var docker = Docker.connect("embedded")) {
            var data = docker.container("dbdata")
                    .image("busybox")
                    .volume("/dbdata")
                    .create();
            docker.container().image("busybox").volumesFrom(data).call("sh", "-c", "echo precious > /dbdata/rows");
            var read = docker.container().image("busybox").volumesFrom(data).call("cat", "/dbdata/rows");
            assertEquals("precious\n", read.out());
        }
    }
    // README

    @Test
    void it_stands_in_the_readme() throws IOException {
        var here = Path.of("").toAbsolutePath();
        var root = here.endsWith("dsl") ? here.getParent() : here;
        var source = Files.readString(root.resolve("dsl/src/test/java/dev/dockline/RowsTest.java"));
        var example = source.split("    // README\n")[1].stripTrailing().stripIndent();
        assertTrue(Files.readString(root.resolve("README.md")).contains(example));
    }
}
