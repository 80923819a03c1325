package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SupplementTest {
    @Test
    void its_images_are_there_and_run_its_programs() {
        try (var engine = new Engine()) {
            assertThat(engine.run("acme/greetings")).isEqualTo(new Engine.Result(0, "Hello world\n", ""));
            assertThat(engine.run("acme/greetings", "sh", "-c", "greet you | cat; cat /etc/greetings/note"))
                    .isEqualTo(new Engine.Result(0, "Hello you\nbe kind\n", ""));
            assertThat(engine.sh("greet you").code()).isEqualTo(127);
        }
    }
}
