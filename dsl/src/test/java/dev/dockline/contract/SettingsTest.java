package dev.dockline.contract;

import static dev.dockline.Dockline.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dockline.error.MalformedSetting;
import dev.dockline.error.NoSuchImage;
import dev.dockline.error.NotReady;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nouns for the remaining flags, as the engine has them afterwards and as a program in the container sees them. */
class SettingsTest extends EngineContract {
    @TempDir
    Path folder;

    private String inBusybox(dev.dockline.Container declared, String script) {
        return declared.image("busybox").call("sh", "-c", script).out();
    }

    @Test
    void memory_cpus_and_rights() {
        var web = idle("web")
                .memory("64m")
                .cpus(0.5)
                .capAdd("net_admin")
                .ulimit("nofile=1024:2048")
                .create();
        assertThat(web.inspect("/HostConfig/Memory")).isEqualTo(String.valueOf(64L << 20));
        assertThat(web.inspect("/HostConfig/NanoCpus")).isEqualTo("500000000");
        assertThat(web.inspect("/HostConfig/CapAdd")).contains("NET_ADMIN");
        assertThat(web.inspect("/HostConfig/Ulimits")).contains("1024").contains("2048");
        assertThat(failure(() -> idle("other").capAdd("fly").create(), MalformedSetting.class))
                .contains("the kernel has no such right");
    }

    @Test
    void a_terminal_and_an_open_input() {
        var web = container("web").image("busybox").tty().interactive().create("sh");
        assertThat(web.inspect("/Config/Tty")).isEqualTo("true");
        assertThat(web.inspect("/Config/OpenStdin")).isEqualTo("true");
    }

    @Test
    void extra_hosts_and_name_servers() {
        assertThat(inBusybox(docker.container().extraHost("far", "10.9.8.7"), "cat /etc/hosts"))
                .containsPattern("10\\.9\\.8\\.7\\s+far");
        var web = idle("web").dns("10.9.8.7").create();
        assertThat(web.inspect("/HostConfig/Dns/0")).isEqualTo("10.9.8.7");
    }

    @Test
    void variables_from_a_file_and_own_ones_over_them() throws IOException {
        var file = Files.writeString(folder.resolve("env"), "# a comment\n\nA=1\nB=two words\n");
        var out = inBusybox(docker.container().envFile(file.toString()).env("A", "9"), "echo $A-$B");
        assertThat(out).isEqualTo("9-two words\n");
        assertThat(failure(() -> idle("web").envFile(folder + "/none").create(), MalformedSetting.class))
                .contains("the file cannot be read");
        assertThat(exists("web")).isFalse();
    }

    @Test
    void a_root_that_cannot_be_written() {
        var out = inBusybox(docker.container().readOnly().volume("/data"), "touch /x; touch /data/x && echo written");
        assertThat(out).isEqualTo("written\n");
        assertThat(inBusybox(docker.container().readOnly(), "touch /x 2>&1 || true"))
                .containsIgnoringCase("read-only file system");
    }

    @Test
    void folders_in_memory() {
        assertThat(inBusybox(docker.container().tmpfs("/scratch:size=1m"), "grep /scratch /proc/mounts"))
                .contains("tmpfs");
    }

    @Test
    void restart_policies() {
        var declared = container("web").image("busybox").restartPolicy("on-failure:3");
        if (embeddedRefuses(
                () -> declared.create("true"),
                "Cannot create container \"web\": the embedded engine of Dockline restarts no container by itself: restart policy 'on-failure'.\nTry: engine() to see what the engine is, /why for the trace")) {
            return;
        }
        var web = declared.create("true");
        assertThat(web.inspect("/HostConfig/RestartPolicy/Name")).isEqualTo("on-failure");
        assertThat(web.inspect("/HostConfig/RestartPolicy/MaximumRetryCount")).isEqualTo("3");
    }

    @Test
    void ready_when_healthy() {
        assumeFalse(docker.engine().product().equals("Podman"), "Podman runs no health checks without systemd");
        var web = idle("web")
                .healthcheck("test -f /tmp/well || { touch /tmp/well; exit 1; }", Duration.ofMillis(300), 5)
                .readyWhenHealthy(Duration.ofSeconds(20))
                .run();
        assertThat(web.inspect("/State/Health/Status")).isEqualTo("healthy");
        assertThat(failure(() -> idle("other").readyWhenHealthy().run(), NotReady.class))
                .isEqualTo("Cannot run container \"other\": it waited for its health check to pass, and it has none.\n"
                        + "Try: healthcheck(\"…\") in the declaration, or another condition");
        assertThat(exists("other")).isFalse();
    }

    @Test
    void a_first_process_of_its_own() {
        assumeFalse(
                docker.engine().product().equals("Podman"), "Podman needs catatonit for this, a package of its own");
        assertThat(idle("web").init().create().inspect("/HostConfig/Init")).isEqualTo("true");
        assertThat(idle("boss").privileged().create().inspect("/HostConfig/Privileged"))
                .isEqualTo("true");
    }

    @Test
    void another_name_on_the_network() {
        var lab = docker.network(name("lab")).create();
        idle("db").network(lab).alias("database").run();
        assertThat(docker.container()
                        .image("training/webapp")
                        .network(lab)
                        .call("ping", "-c", "1", "database")
                        .out())
                .contains("1 packets transmitted, 1 ");
    }

    @Test
    void an_image_that_is_never_to_be_pulled() {
        assertThat(failure(
                        () -> container("web").image("nosuch/image").pull(NEVER).run(), NoSuchImage.class))
                .isEqualTo("Cannot run container \"web\": there is no image \"nosuch/image\", and the declaration says"
                        + " pull(NEVER).\nTry: pull(MISSING), or images() to see what is there");
    }

    @Test
    void blocks_in_and_around_a_chain() {
        var web = docker.container(name("web"), it -> it.image("busybox").env("A", "1"))
                .given(false, c -> c.env("A", "2"))
                .also(c -> c.env("B", "3"))
                .create("true");
        assertThat(web.environment()).containsEntry("A", "1").containsEntry("B", "3");
        assertThat(web.copy(name("web2")).create("true").environment()).containsEntry("B", "3");
    }

    @Test
    void another_name_for_an_image() {
        var other = docker.image("busybox").tag("dockline-test:one");
        assertThat(other.exists()).isTrue();
        other.remove();
        assertThat(other.exists()).isFalse();
        assertThat(docker.image("busybox").exists()).isTrue();
    }
}
