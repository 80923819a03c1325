package dev.dockline.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.error.DocklineException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text in, text out: what is read, how it prints as fluent Java and as the CLI's flag, and what is refused. */
class SpecTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5000                       | publish(5000)                          | -p 5000",
                "8080:80                    | publish(8080, 80)                      | -p 8080:80",
                "0:80                       | publish(80)                            | -p 80",
                "80/tcp                     | publish(80)                            | -p 80",
                "53/udp                     | publish(\"53/udp\")                    | -p 53/udp",
                "127.0.0.1:5000:5000        | publish(\"127.0.0.1:5000:5000\")       | -p 127.0.0.1:5000:5000",
                "127.0.0.1::5000            | publish(\"127.0.0.1::5000\")           | -p 127.0.0.1::5000",
                "127.0.0.1:5000:5000/udp    | publish(\"127.0.0.1:5000:5000/udp\")   | -p 127.0.0.1:5000:5000/udp",
                "[::1]:8080:80              | publish(\"[::1]:8080:80\")             | -p [::1]:8080:80",
                "[::1]::80                  | publish(\"[::1]::80\")                 | -p [::1]::80",
                "8000-8010:80               | publish(\"8000-8010:80\")              | -p 8000-8010:80",
                "7000-7002:7000-7002        | publish(\"7000-7002:7000-7002\")       | -p 7000-7002:7000-7002",
            })
    void publish(String text, String fluent, String cli) {
        assertThat(Publish.parse(text))
                .hasToString(fluent)
                .extracting(Publish::cli)
                .isEqualTo(cli);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "''                | \"''\" is no port: ports are whole numbers from 1 to 65535",
                "abc               | \"abc\" is no port: ports are whole numbers from 1 to 65535",
                "5000:             | it is not of the form [address:][host port:]container port[/protocol]",
                "0                 | \"0\" is no port: ports are whole numbers from 1 to 65535",
                "80:65536          | \"65536\" is no port: ports are whole numbers from 1 to 65535",
                "70000:80          | \"70000\" is no port: ports are whole numbers from 1 to 65535",
                "80:-1             | \"-1\" is no port: ports are whole numbers from 1 to 65535",
                "999.1.1.1::80     | \"999.1.1.1\" is no IP address",
                "localhost:80:80   | \"localhost\" is no IP address",
                "1:2:3:4           | it is not of the form [address:][host port:]container port[/protocol]",
                "80/foo            | \"foo\" is no port: ports are whole numbers from 1 to 65535",
                "10-12:20-21       | there are 3 host ports for 2 container ports",
                "9-8:80            | \"9-8\" is no port: ports are whole numbers from 1 to 65535",
            })
    void publish_refuses(String text, String why) {
        assertThat(refusal(() -> Publish.parse(text)))
                .isEqualTo(
                        "Cannot read publish(\"" + text + "\"): " + why
                                + ".\nTry: publish(\"127.0.0.1:8080:80/tcp\"): [address:][host port:]container port[/protocol]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/webapp                    | volume(\"/webapp\")                           | -v /webapp           |",
                "data:/data                 | volume(\"data\", \"/data\")                   | -v data:/data        | data:/data:rw",
                "data:/data:ro              | volume(\"data\", \"/data\", READ_ONLY)        | -v data:/data:ro     | data:/data:ro",
                "/src/webapp:/opt/webapp:ro | bind(\"/src/webapp\", \"/opt/webapp\", READ_ONLY) | -v /src/webapp:/opt/webapp:ro | /src/webapp:/opt/webapp:ro",
                "data:/a//b/../c/           | volume(\"data\", \"/a/c\")                    | -v data:/a/c         | data:/a/c:rw",
            })
    void mount(String text, String fluent, String cli, String bind) {
        var mount = Mount.parse(text);
        assertThat(mount).hasToString(fluent).extracting(Mount::cli).isEqualTo(cli);
        assertThat(mount.bind()).isEqualTo(bind == null ? "" : bind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data            | \"data\" is no absolute path below / in the container",
                "/               | \"/\" is no absolute path below / in the container",
                "data:relative   | \"relative\" is no absolute path below / in the container",
                "data:/x:zz      | \"zz\" is no mode: ro or rw",
                ":/x             | what stands before the first colon is empty",
                "a:b:c:d         | it is not of the form [name or host path:]path[:ro]",
                "x:/y            | \"x\" is no volume's name: two or more of a-z A-Z 0-9 _ . - and the first a letter or a digit",
            })
    void mount_refuses(String text, String why) {
        assertThat(refusal(() -> Mount.parse(text)))
                .contains(": " + why
                        + ".\nTry: volume(\"data:/data:ro\"): [name or host path:]path in the container[:ro]");
    }

    @Test
    void a_mode_in_the_path_of_the_typed_form_shows_the_right_one() {
        assertThat(refusal(() -> new VolumeMount("data", "/x:ro", Access.READ_WRITE)))
                .contains("a mode goes into an argument of its own: volume(\"data\", \"/x\", READ_ONLY)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db        | link(\"db\")           | --link db",
                "db:db     | link(\"db\")           | --link db",
                "db:mydb   | link(\"db\", \"mydb\") | --link db:mydb",
            })
    void link(String text, String fluent, String cli) {
        assertThat(Link.parse(text)).hasToString(fluent).extracting(Link::cli).isEqualTo(cli);
    }

    @ParameterizedTest
    @CsvSource({"a:b:c", "db:", ":db", "db:a b"})
    void link_refuses(String text) {
        assertThat(refusal(() -> Link.parse(text)))
                .startsWith("Cannot read link(\"" + text + "\"): ")
                .endsWith("\nTry: link(\"db:db\"): container[:alias]");
    }

    @Test
    void volumes_from() {
        assertThat(VolumesFrom.parse("dbdata:ro"))
                .hasToString("volumesFrom(\"dbdata\", READ_ONLY)")
                .extracting(VolumesFrom::cli)
                .isEqualTo("--volumes-from dbdata:ro");
        assertThat(refusal(() -> VolumesFrom.parse("dbdata:zz")))
                .isEqualTo("Cannot read volumesFrom(\"dbdata:zz\"): \"zz\" is no mode: ro or rw.\n"
                        + "Try: volumesFrom(\"dbdata:ro\"): container[:ro]");
    }

    @ParameterizedTest
    @CsvSource({
        "busybox, busybox:latest",
        "training/webapp, training/webapp:latest",
        "localhost:5000/busybox, localhost:5000/busybox:latest",
        "busybox:1.36, busybox:1.36",
        "Registry.example/a/b:c, Registry.example/a/b:c",
    })
    void image_reference(String text, String tagged) {
        assertThat(new ImageReference(text).tagged()).isEqualTo(tagged);
    }

    @Test
    void two_publishes_of_one_host_port() {
        var web = ContainerSpec.named("web").with(Publish.parse("8080:80")).with(Publish.parse("9000-9002:10-12"));
        assertThat(refusal(() -> web.with(Publish.parse("8080:81"))))
                .isEqualTo("Cannot add publish(8080, 81) to container \"web\": host port 8080 is taken by"
                        + " publish(8080, 80) of the same declaration.\n"
                        + "Try: publish(81) for any free host port, or another number");
        assertThat(refusal(() -> web.with(Publish.parse("127.0.0.1:9001:5000"))))
                .contains("host port 9001 is taken by publish(\"9000-9002:10-12\") of the same declaration");
        var apart = web.with(Publish.parse("8080:80"))
                .with(Publish.parse("8080:80/udp"))
                .with(Publish.parse("8080-8090:81"))
                .with(Publish.parse("127.0.0.1:7000:70"))
                .with(Publish.parse("127.0.0.2:7000:71"));
        assertThat(apart.all(Publish.class)).hasSize(6);
    }

    @Test
    void a_volume_with_too_long_a_name() {
        assertThat(refusal(() -> new VolumeMount("a".repeat(300), "/data", Access.READ_WRITE)))
                .contains(": a volume's name has at most 255 characters, and this one 300.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Busybox, the name of an image is in lower case",
        "a b, it is not of the form name[:tag]",
        "x:, it is not of the form name[:tag]"
    })
    void image_reference_refuses(String text, String why) {
        assertThat(refusal(() -> new ImageReference(text)))
                .isEqualTo("Cannot read image(\"" + text + "\"): " + why
                        + ".\nTry: image(\"training/webapp:latest\"): name[:tag], in lower case");
    }

    @ParameterizedTest
    @CsvSource({"x", "x y!", "-web", "数据库"})
    void names_that_docker_does_not_take(String name) {
        assertThat(refusal(() -> ContainerSpec.named(name)))
                .isEqualTo(
                        "Cannot name a container \"" + name + "\": \"" + name + "\" is no name: two or more of"
                                + " a-z A-Z 0-9 _ . - and the first a letter or a digit.\nTry: a name such as \"web\" or \"web-1\"");
    }

    @Test
    void a_relative_path_that_is_not_there() {
        var resolved = java.nio.file.Path.of("nowhere").toAbsolutePath();
        assertThat(refusal(() -> BindMount.of("./nowhere", "/x", Access.READ_WRITE)))
                .isEqualTo("Cannot bind \"./nowhere\" to /x: there is no \"" + resolved + "\" on this host (given as"
                        + " \"./nowhere\").\nTry: Files.createDirectories(Path.of(\"" + resolved
                        + "\")), or another path");
    }

    @Test
    void a_home_and_a_folder_are_the_callers() {
        var home = System.getProperty("user.home");
        assertThat(Mount.parse("~:/home").bind()).isEqualTo(home + ":/home:rw");
        assertThat(Mount.parse(".:/here:ro").bind())
                .isEqualTo(java.nio.file.Path.of("").toAbsolutePath() + ":/here:ro");
    }

    @Test
    void settings_refuse_what_has_no_name() {
        assertThat(refusal(() -> EnvVar.parse("KEY")))
                .isEqualTo("Cannot read env(\"KEY\"): there is no = in it.\nTry: env(\"KEY\", \"value\")");
        assertThat(refusal(() -> new Label("", "x")))
                .isEqualTo("Cannot read label(\"\"): \"\" is no label's name.\nTry: label(\"KEY\", \"value\")");
    }

    @Test
    void a_declaration_prints_as_the_java_and_as_the_line_that_make_it() {
        var spec = ContainerSpec.named("web")
                .with(new ImageReference("training/webapp"))
                .with(Publish.parse("5000"))
                .with(new Link("db", "db"))
                .with(new VolumesFrom("dbdata", Access.READ_WRITE))
                .with(EnvVar.parse("GREETING=say \"hi\""))
                .with(Switch.AUTO_REMOVE)
                .with(new Command(List.of("python", "app.py")));
        assertThat(spec)
                .hasToString("container(\"web\").image(\"training/webapp\").publish(5000).link(\"db\")"
                        + ".volumesFrom(\"dbdata\").env(\"GREETING\", \"say \\\"hi\\\"\").autoRemove()"
                        + ".command(\"python\", \"app.py\")");
        assertThat(spec.cli())
                .isEqualTo("docker run -d --name web -p 5000 --link db --volumes-from dbdata"
                        + " -e 'GREETING=say \"hi\"' --rm training/webapp python app.py");
    }

    @Test
    void the_same_entry_twice_counts_once_and_a_later_value_takes_the_place_of_an_earlier() {
        var spec = ContainerSpec.named("web")
                .with(Publish.parse("5000"))
                .with(Publish.parse("5000/tcp"))
                .with(EnvVar.parse("A=1"))
                .with(Mount.parse("/data"))
                .with(EnvVar.parse("A=2"))
                .with(Mount.parse("named:/data"));
        assertThat(spec).hasToString("container(\"web\").publish(5000).env(\"A\", \"2\").volume(\"named\", \"/data\")");
    }

    private static String refusal(Runnable step) {
        try {
            step.run();
        } catch (DocklineException refusal) {
            return refusal.getMessage();
        }
        throw new AssertionError("nothing was refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "-m 512m                    | memory(\"512m\")",
                "-m 1g                      | memory(\"1g\")",
                "-m 1000                    | memory(\"1000\")",
                "--cpus 1.5                 | cpus(1.5)",
                "--cpus 2                   | cpus(2)",
                "--restart on-failure:3     | restartPolicy(\"on-failure:3\")",
                "--restart always           | restartPolicy(\"always\")",
                "--ulimit nofile=1024       | ulimit(\"nofile=1024\")",
                "--ulimit nofile=1024:2048  | ulimit(\"nofile=1024:2048\")",
                "--add-host db:10.0.0.1     | extraHost(\"db\", \"10.0.0.1\")",
                "--tmpfs /run               | tmpfs(\"/run\")",
                "--tmpfs /run:size=64m      | tmpfs(\"/run:size=64m\")",
            })
    void limits_and_surroundings(String cli, String fluent) {
        String value = cli.substring(cli.indexOf(' ') + 1);
        Setting setting = switch (cli.substring(0, cli.indexOf(' '))) {
            case "-m" -> Memory.parse(value);
            case "--cpus" -> Cpus.parse(value);
            case "--restart" -> RestartPolicy.parse(value);
            case "--ulimit" -> Ulimit.parse(value);
            case "--add-host" -> ExtraHost.parse(value);
            default -> Tmpfs.parse(value);
        };
        assertThat(setting).hasToString(fluent).extracting(Setting::cli).isEqualTo(cli);
    }

    @Test
    void ready_conditions_print_as_they_were_typed_and_shape_no_container() {
        var port = new Ready.OnPort(Ports.of(5432), Ready.LIMIT);
        assertThat(port).hasToString("readyOnPort(5432)");
        assertThat(new Ready.OnHttp(Ports.of(5000), "/", java.time.Duration.ofSeconds(5)))
                .hasToString("readyOnHttp(5000, \"/\", Duration.ofMillis(5000))");
        assertThat(new Ready.Healthy(Ready.LIMIT)).hasToString("readyWhenHealthy()");
        assertThat(ContainerSpec.named("db").with(port).cli()).isEqualTo("docker run -d --name db IMAGE");
        assertThat(port.shapesContainer()).isFalse();
    }
}
