package dev.dockline.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockline.error.MalformedCompose;
import dev.dockline.spec.ContainerSpec;
import dev.dockline.spec.Difference;
import dev.dockline.spec.RandomSpec;
import dev.dockline.spec.Switch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compose files of declarations, and declarations of Compose files. */
class ComposeTest {
    private static final int FILES = Integer.getInteger("dockline.files", 300);

    @TempDir
    Path folder;

    private ComposeFile read(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        return ComposeFile.read(Files.writeString(folder.resolve("shop/compose.yaml"), yaml));
    }

    @Test
    void a_declaration_as_a_service() {
        var spec = ContainerSpec.parse(
                "docker run -d --name web -P -p 8080:80 -v data:/data:ro --volumes-from db --link db:db"
                        + " -e PRICE=5$ --health-cmd true --stop-timeout 3 --ulimit nofile=1:2"
                        + " --log-opt max-size=1m --memory-swap -1 training/webapp python app.py");
        assertThat(ComposeFile.yaml(List.of(spec))).isEqualTo("""
                # not said here, since Compose has no key for it: web.publishAll()
                services:
                  web:
                    container_name: "web"
                    image: "training/webapp"
                    ports:
                      - "8080:80"
                    volumes:
                      - "data:/data:ro"
                    volumes_from:
                      - "container:db"
                    external_links:
                      - "db"
                    environment:
                      - "PRICE=5$$"
                    stop_grace_period: "3s"
                    ulimits:
                      nofile:
                        soft: 1
                        hard: 2
                    logging:
                      options:
                        max-size: "1m"
                    memswap_limit: -1
                    command:
                      - "python"
                      - "app.py"
                    healthcheck:
                      test:
                        - "CMD-SHELL"
                        - "true"
                    network_mode: "bridge"
                volumes:
                  data:
                    name: "data"
                """);
    }

    @Test
    void random_declarations_there_and_back() throws Exception {
        for (long seed = 1; seed <= FILES; seed++) {
            var random = RandomSpec.of(new Random(seed), "made", "data", true);
            // Compose has no key for it, and says so.
            var spec = new ContainerSpec(
                    random.name(),
                    random.settings().stream()
                            .filter(setting -> setting != Switch.PUBLISH_ALL)
                            .toList());
            var back = read(ComposeFile.yaml(List.of(spec))).services();
            assertThat(back).hasSize(1);
            assertThat(Difference.between(back.get(0), spec))
                    .as("seed %d: %s", seed, spec)
                    .isEmpty();
        }
    }

    @Test
    void a_file_as_people_write_them() throws Exception {
        assertThat(read("""
                        x-common: &common
                          restart: no
                          environment:
                            MODE: ${MODE_OF_NOBODY:-test}
                            EMPTY:
                        services:
                          web:
                            <<: *common
                            image: training/webapp
                            command: python app.py
                            ports:
                              - 22:22
                              - target: 80
                                published: 8080
                                host_ip: 127.0.0.1
                            links: [db:database]
                            volumes:
                              - ./src:/opt/webapp:ro
                            networks:
                              back:
                                aliases: [www]
                          db:
                            image: training/postgres
                            volumes:
                              - type: volume
                                source: data
                                target: /dbdata
                            networks: [back]
                        volumes:
                          data:
                        networks:
                          back:
                        """))
                .hasToString("""
                        network("shop_back").create();
                        container("db").image("training/postgres").volume("shop_data", "/dbdata").network("shop_back").alias("db").up();
                        container("web").image("training/webapp").restartPolicy("no").env("MODE", "test").env("EMPTY", "").publish(22, 22).publish("127.0.0.1:8080:80").link("db", "database").bind("FOLDER/src", "/opt/webapp", READ_ONLY).network("shop_back").alias("web").alias("www").command("python", "app.py").up();
                        """.replace("FOLDER", folder.resolve("shop").toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services: {web: {build: .}} | service web is built by it; build its image before, image(\"NAME\").build(\"FOLDER\"), and name that",
                "services: {web: {image: a, deploy: {replicas: 2}}} | there is no noun for deploy of service web",
                "secrets: {} | there is no noun for its secrets",
                "a | it has no services",
                "services: {a: {image: x, depends_on: [b]}, b: {image: x, depends_on: [a]}} | its services depend on each other in a circle: a, b",
                "services: {a: {image: x, links: [c]}} | there is no service c",
                "services: {a: {image: x, volumes: ['d:/d']}} | volume d does not stand among its volumes",
            })
    void what_no_noun_says_is_named(String yaml, String why) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(MalformedCompose.class)
                .hasMessage("Cannot read \"compose.yaml\": " + why
                        + ".\nTry: dockline convert compose.yaml a.jsh, once it says that no more");
    }

    @Test
    void what_is_no_yaml_is_told_with_its_place() {
        assertThatThrownBy(() -> read("services:\n  web: [\n"))
                .isInstanceOf(MalformedCompose.class)
                .hasMessageStartingWith("Cannot read \"compose.yaml\": ")
                .hasMessageContaining("line 3");
    }
}
