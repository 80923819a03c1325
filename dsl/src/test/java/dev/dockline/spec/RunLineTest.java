package dev.dockline.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockline.error.MalformedRunLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The docker run lines that are read, and what differs between two declarations. */
class RunLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "docker run -d -P --name web -v /src/webapp:/opt/webapp:ro training/webapp python app.py | container(\"web\").publishAll().bind(\"/src/webapp\", \"/opt/webapp\", READ_ONLY).image(\"training/webapp\").command(\"python\", \"app.py\")",
                "docker run --rm -it ubuntu /bin/bash | container().autoRemove().interactive().tty().image(\"ubuntu\").command(\"/bin/bash\")",
                "docker run -itd --name=x1 -p5000 --env=A=1 busybox | container(\"x1\").interactive().tty().publish(5000).env(\"A\", \"1\").image(\"busybox\")",
                "docker run busybox sh -c 'echo \"a b\"' | container().image(\"busybox\").command(\"sh\", \"-c\", \"echo \\\"a b\\\"\")",
                "docker run --entrypoint '' busybox ls | container().entrypoint().image(\"busybox\").command(\"ls\")",
                "docker run --health-cmd 'wget -q x' --health-interval 1m30s --health-retries 2 busybox | container().image(\"busybox\").healthcheck(\"wget -q x\", Duration.ofMillis(90000), 2)",
            })
    void reads(String line, String fluent) {
        assertThat(ContainerSpec.parse(line)).hasToString(fluent);
    }

    @Test
    void reads_what_declarations_write() {
        var spec = ContainerSpec.named("web")
                .with(Publish.parse("127.0.0.1::5000/udp"))
                .with(EnvVar.parse("GREETING=it's \"hi\" $USER \\ 你好\nline"))
                .with(new Healthcheck("true", Duration.ofSeconds(2), 3))
                .with(Memory.parse("64m"))
                .with(Switch.INIT)
                .with(new ImageReference("busybox"))
                .with(new Command(List.of("sh", "-c", "echo a b")));
        assertThat(ContainerSpec.parse(spec.cli()).settings()).containsExactlyInAnyOrderElementsOf(spec.settings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "docker ps | it does not begin with docker run or docker create",
                "docker run -d | it names no image",
                "docker run --gpus all busybox | --gpus is not read: devices of the host are not tested here",
                "docker run -p | -p needs a value",
                "docker run busybox sh -c 'a | a quote is not closed: '",
                "docker run busybox ls && echo | a shell does what stands behind & itself: leave that out, or quote it",
                "docker run busybox > out | a shell does what stands behind > itself: leave that out, or quote it",
                "docker run -u $(id) busybox | a shell puts a value in place of $(id): write the value, or put it in single quotes",
                "docker run -e \"A=$HOME\" busybox | a shell puts a value in place of $HOME: write the value, or put it in single quotes",
                "docker run --nosuch busybox | --nosuch is not read: docker run has no such flag",
                "docker run --health-retries many busybox | many is no value for --health-retries",
                "docker run --pull daily busybox | daily is no value for --pull",
            })
    void refuses(String line, String why) {
        assertThatThrownBy(() -> ContainerSpec.parse(line))
                .isInstanceOf(MalformedRunLine.class)
                .hasMessage("Cannot read \"" + line + "\": " + why
                        + ".\nTry: docker run [flags] IMAGE [command…], with flags that have a noun");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "-e A=1 -p 80 busybox | -p 80 -e A=1 busybox | ",
                "-e A=1 busybox | -e A=2 busybox | env(\"A\", \"2\") instead of env(\"A\", \"1\")",
                "-e A=1 busybox | busybox | without env(\"A\", \"1\")",
                "busybox | -v /d busybox | with volume(\"/d\")",
                "-p 8080:80 busybox | -p 80 busybox | ",
                "-p 80 busybox | -p 8080:80 busybox | with publish(8080, 80), without publish(80)",
                "busybox sh | busybox | without command(\"sh\")",
                "--pull always busybox | busybox | ",
                "--volumes-from a1 --volumes-from b1 busybox | --volumes-from b1 --volumes-from a1 busybox | volumesFrom(\"b1\") instead of volumesFrom(\"a1\")",
            })
    void tells_what_differs(String was, String wanted, String difference) {
        var found = Difference.between(
                ContainerSpec.parse("docker run " + was), ContainerSpec.parse("docker run " + wanted));
        assertThat(Difference.told(found)).isEqualTo(difference == null ? "" : difference);
    }
}
