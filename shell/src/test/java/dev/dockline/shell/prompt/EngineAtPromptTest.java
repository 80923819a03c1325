package dev.dockline.shell.prompt;

import dev.dockline.Docker;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The prompt over an engine that others use too, and that may go away. */
class EngineAtPromptTest extends EngineStory {
    @Test
    void tells_what_others_did_apart_from_what_the_line_did() throws Exception {
        try (var screen = connected();
                var other = Docker.connect("unix://" + socket)) {
            screen.line("1 + 1");
            screen.awaitEnd("\n2\ndockline>");
            other.container("theirs").image("busybox").create();
            Thread.sleep(500);
            screen.line("container(\"ours\").image(\"busybox\").create()");
            screen.awaitEnd("""
                    dockline> container("ours").image("busybox").create()
                    Meanwhile, not by this session:
                        NAME    IMAGE    STATE
                      + theirs  busybox  created
                        NAME  IMAGE    STATE
                      + ours  busybox  created
                    dockline>""");
            Thread.sleep(1000);
            screen.line("2 + 2");
            screen.awaitEnd("dockline> 2 + 2\n4\ndockline>");
        }
    }

    @Test
    void a_watch_draws_in_place_until_a_key_is_pressed() throws Exception {
        try (var screen = connected();
                var other = Docker.connect("unix://" + socket)) {
            var web = other.container("web1").image("busybox").create("sleep", "600");
            screen.line("watch(containers().named(\"web*\"))");
            screen.awaitEnd("NAME  IMAGE    STATE\nweb1  busybox  created");
            other.container("other").image("busybox").create();
            web.start();
            screen.await(text -> text.matches("(?s).*\\nNAME  IMAGE    STATE\\nweb1  busybox  running [0-9]+s")
                    && !text.contains("\nweb1  busybox  created"));
            screen.type("q");
            screen.await(text -> text.matches("(?s).*web1  busybox  running [0-9]+s\ndockline>"));
            screen.line("1 + 1");
            screen.await(text -> text.endsWith("2\ndockline>"));
        }
    }

    @Test
    void an_engine_that_dies_is_marked_and_used_again_when_it_is_back() throws Exception {
        try (var screen = connected()) {
            screen.type("var kept = 4");
            screen.awaitEnd("dockline> var kept = 4");
            killEngine();
            screen.awaitEnd("dockline·gone> var kept = 4");
            screen.line("2");
            screen.awaitEnd("dockline·gone> var kept = 42\ndockline·gone>");
            screen.line("containers()");
            screen.await(text -> text.contains("\nCannot list containers: the connection to\n")
                    && text.endsWith("\nTry: engine() to see whether it is back\ndockline·gone>"));
            Files.deleteIfExists(socket);
            startEngine();
            screen.await(text -> text.endsWith("\ndockline>"));
            screen.line("containers().size() + kept");
            screen.awaitEnd("\n42\ndockline>");
        }
    }
}
