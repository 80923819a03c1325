package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasteTest {
    @Test
    void what_has_no_marks_stays_as_it_is() {
        var text = "var x = 1;\n\n    .foo()\n// In a comment\nx > 2 ? a : b";
        assertThat(Paste.of(text)).isEqualTo(new Paste(text, List.of()));
    }

    @Test
    void line_ends_of_other_systems_and_hard_blanks() {
        assertThat(Paste.of("a\r\nb\rc\u00a0d").text()).isEqualTo("a\nb\nc d");
    }

    @Test
    void of_a_text_with_fences_the_code_is_left() {
        assertThat(Paste.of("Do this:\n```java\nvar x = 1;\nx + 1\n```\nand then\n~~~\nx\n~~~\n"))
                .isEqualTo(new Paste("var x = 1;\nx + 1\nx", List.of("7 lines around or at code fences")));
        assertThat(Paste.of("```\nx")).isEqualTo(new Paste("x", List.of("1 line around or at code fences")));
    }

    @Test
    void notebook_prompts_go_and_their_outputs_too() {
        assertThat(Paste.of("In [1]:\nvar x = 1\nIn\u00a0[2]: x + 1\nOut[2]: 2\n3\nIn [ ]:\nx"))
                .isEqualTo(new Paste("\nvar x = 1\nx + 1\n\nx", List.of("3 prompts", "2 lines of output")));
    }

    @Test
    void a_page_that_jupyter_made_has_its_prompts_on_lines_of_their_own() {
        assertThat(Paste.of(
                                "In\u00a0[1]:\n\nvar web = container(\"web\")\n    .image(\"busybox\")\n\nIn [2]:\n\nweb.state()\n\n"
                                        + "Out[2]:\n\n\tNAME\tIMAGE\tSTATE\n\tweb\tbusybox\trunning\n\nIn [*]:\n\nweb.stop()\n")
                        .text()
                        .replaceAll("\n+", "\n"))
                .isEqualTo("\nvar web = container(\"web\")\n    .image(\"busybox\")\nweb.state()\nweb.stop()\n");
    }

    @Test
    void prompts_of_a_shell_go_and_what_stands_between_them_too() {
        assertThat(Paste.of("""
                        dockline> var web = container("web")
                             ...>     .image("busybox")
                        dockline> web.run()
                          + web  busybox  running 0s
                        dockline> for (var c : list) {
                            print(c);
                        }""")).isEqualTo(new Paste("""
                        var web = container("web")
                            .image("busybox")
                        web.run()
                        for (var c : list) {
                            print(c);
                        }""", List.of("4 prompts", "1 line of output")));
        assertThat(Paste.of("jshell> int x = 1\nx ==> 1\njshell> x").text()).isEqualTo("int x = 1\nx");
    }

    @Test
    void lines_for_docker_become_java() {
        assertThat(Paste.of(
                        "$ sudo docker run -d \\\n    --name web training/webapp\ndocker ps --format json\ndocker ps"))
                .isEqualTo(new Paste(
                        "container(\"web\").image(\"training/webapp\").run()\n"
                                + "docker ps --format json\ncontainers().running()",
                        List.of("2 lines for docker, now Java")));
    }

    @Test
    void what_cannot_be_seen_goes_and_is_counted() {
        assertThat(Paste.of("a\u200bb\u202e\u001b[31mc\u001b[0m\u0007\ufeff"))
                .isEqualTo(new Paste("abc", List.of("13 unseen characters")));
    }

    @Test
    void binary_garbage_is_made_harmless() {
        var bytes = new StringBuilder();
        for (var c = 0; c < 256; c++) {
            bytes.append((char) c);
        }
        assertThat(Paste.of(bytes.toString()).text()).doesNotContainPattern("[\\p{Cc}&&[^\n\t]]");
    }

    @Test
    void a_page_of_numbered_cells_leaves_their_code() {
        var paste = Paste.of("""
                the end of a cell that was not copied
                In [2]:
                var web = book("web")
                    .publishAll()
                    .run("python", "app.py");
                web.inspect("/Name")
                NAME\tIMAGE\tSTATE
                +\tweb\ttraining/webapp\trunning 0s
                Out[2]:
                /web
                Links¶
                A database first, and the old web away:

                docker rm -f web
                In [3]:
                try {
                    book("web").run();
                } catch (NameInUse refused) {
                    print(refused);
                }

                // again
                n + 1
                Cannot run container "web": the name is in use.
                Try: up() in place of run(), or another name
                In [4]:
                n
                23
                In [5]:
                web.inspect("/Mounts")
                [ {
                  "Type" : "volume"
                } ]
                """);
        assertThat(paste.text()).isEqualTo("""

                var web = book("web")
                    .publishAll()
                    .run("python", "app.py");
                web.inspect("/Name")

                try {
                    book("web").run();
                } catch (NameInUse refused) {
                    print(refused);
                }

                // again
                n + 1

                n

                web.inspect("/Mounts")""");
        assertThat(paste.taken()).containsExactly("4 prompts", "16 lines of output");
    }
}
