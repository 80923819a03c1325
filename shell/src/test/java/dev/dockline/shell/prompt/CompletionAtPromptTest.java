package dev.dockline.shell.prompt;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Tab and F1. */
class CompletionAtPromptTest extends PromptStory {
    @Test
    void tab_completes() throws Exception {
        try (var screen = start()) {
            screen.type("\"abc\".isBl\t");
            screen.awaitEnd("dockline> \"abc\".isBlank()");
        }
    }

    @Test
    void tab_behind_a_bracket_and_a_second_tab_tell_of_the_method() throws Exception {
        var told =
                "stop() Container\n    Stops it, killing it after ten seconds; if it is stopped already, that is\n    well.\n";
        try (var screen = start()) {
            screen.type("container(\"web\").sto\t");
            screen.awaitEnd("dockline> container(\"web\").stop()");
            screen.type("\t");
            screen.awaitEnd(told + "dockline> container(\"web\").stop()");
            screen.type("\u0015container(\"web\").rename(\t");
            screen.await(text -> text.contains("rename(String name) Container\n    "));
        }
    }

    @Test
    void a_string_is_completed_by_the_names_on_the_engine() throws Exception {
        try (var screen = embedded()) {
            screen.line("container(\"dbdata\").image(\"busybox\").run(\"sleep\", \"600\")");
            screen.await(text -> text.contains("+ dbdata") && text.endsWith(EMBEDDED));
            // They are asked for beside the typing, and may not be there yet.
            screen.type("container(\"db");
            screen.typeUntil("\t", "dockline·embedded> container(\"dbdata\"");
            screen.type(").image(\"training/w\t");
            screen.awaitEnd("image(\"training/webapp\"");
        }
    }

    @Test
    void a_string_is_completed_by_the_files_of_the_host() throws Exception {
        Files.createDirectories(folder.resolve("backups"));
        try (var screen = start()) {
            screen.type("volume(\"data\").backup(\"back\t");
            screen.awaitEnd("backup(\"backups/");
        }
    }

    @Test
    void what_makes_sense_now_is_offered_first() throws Exception {
        try (var screen = embedded()) {
            screen.line("var web = container(\"web\").image(\"busybox\").run(\"sleep\", \"600\")");
            screen.await(text -> text.contains("+ web") && text.endsWith(EMBEDDED));
            screen.type("web.\t");
            screen.await(text -> text.contains("web.\nnow that it is running\naddress()"));
            screen.type("\u0015web.stop()\r");
            screen.await(text -> text.contains("~ web") && text.endsWith(EMBEDDED));
            screen.type("container(\"web\").\t");
            screen.await(text -> text.contains("container(\"web\").\nnow that it has exited\ncopyFrom("));
        }
    }

    @Test
    void a_string_is_completed_by_the_paths_in_a_container() throws Exception {
        try (var screen = embedded()) {
            screen.line("var web = container(\"web\").image(\"busybox\").volume(\"/data\").run(\"sleep\", \"600\")");
            screen.await(text -> text.contains("+ web") && text.endsWith(EMBEDDED));
            screen.type("web.copyFrom(\"/da");
            screen.typeUntil("\t", "web.copyFrom(\"/data");
            screen.type("\u0015web.files(\"/etc/hostn");
            screen.typeUntil("\t", "web.files(\"/etc/hostname");
        }
    }

    @Test
    void a_number_is_completed_by_the_published_ports() throws Exception {
        try (var screen = embedded()) {
            screen.line("var web = container(\"web\").image(\"training/webapp\").publish(5000).run()");
            screen.await(text -> text.contains("+ web") && text.endsWith(EMBEDDED));
            screen.type("web.url(");
            screen.typeUntil("\t", "web.url(5000)");
        }
    }

    @Test
    void nouns_and_verbs_are_offered_with_what_they_take_and_do() throws Exception {
        try (var screen = start()) {
            screen.type("container(\"web\").publ\t");
            screen.await(text -> text.contains("""
                    dockline> container("web").publish
                    to declare
                    """)
                    && text.contains(
                            "publishAll() Container (Publishes every exposed port on a free port of the hos…)"));
        }
    }

    @Test
    void f1_tells_of_a_method() throws Exception {
        try (var screen = start()) {
            screen.type("container(\"web\").stop(\u001bOP");
            screen.awaitEnd("""
                    stop() Container
                        Stops it, killing it after ten seconds; if it is stopped already, that is
                        well.
                    dockline> container("web").stop(""");
        }
    }
}
