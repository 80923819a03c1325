package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What begins with a slash. */
class CommandsTest extends PromptStory {

    @Test
    void help_tells_of_all_of_a_word_and_of_a_method() throws Exception {
        try (var screen = start()) {
            screen.line("/help");
            screen.await(text -> text.contains("make and start a container")
                    && text.contains("/time SNIPPET           runs it and tells how long it took\n"));
            screen.line("/help stop");
            screen.await(text -> text.contains("""
                    dockline> /help stop
                    stop() Container
                        Stops it, killing it after ten seconds; if it is stopped already, that is
                        well.
                    """));
            screen.line("/help volume");
            screen.await(text -> text.contains("volume(String name) Volume\n    A volume by its name.\n")
                    && text.contains("    backup cloneTo create ")
                    && text.endsWith(PROMPT));
            screen.line("/help nosuch");
            screen.awaitEnd("Nothing is known of nosuch. Try: /help\ndockline>");
        }
    }

    @Test
    void what_was_run_is_listed_and_saved_and_opened_again() throws Exception {
        try (var screen = start()) {
            screen.line("var two = 2");
            screen.awaitEnd("two = 2\ndockline>");
            screen.line("1 / 0");
            screen.awaitEnd("/ by zero\ndockline>");
            screen.line("String text() { return \"a\" + two; }");
            screen.awaitEnd("}\ndockline>");
            screen.line("/list");
            screen.awaitEnd("""
                    dockline> /list
                       1  var two = 2;
                       2  String text() { return "a" + two; }
                    dockline>""");
            screen.line("/vars");
            screen.awaitEnd("""
                    dockline> /vars
                    NAME  TYPE  VALUE
                    two   int   2
                    dockline>""");
            screen.line("/save mine.jsh");
            screen.awaitEnd("Written: mine.jsh\ndockline>");
            screen.line("/save mine.jsh");
            screen.awaitEnd("The file mine.jsh is there already. Try: /save another.jsh\ndockline>");
            screen.line("/reset");
            screen.awaitEnd("/reset\ndockline>");
            screen.line("two");
            screen.await(text -> text.contains("cannot find symbol: variable two") && text.endsWith(PROMPT));
            screen.line("/open mine.jsh");
            screen.awaitEnd("/open mine.jsh\ndockline>");
            screen.line("text()");
            screen.awaitEnd("\na2\ndockline>");
        }
        assertThat(folder.resolve("mine.jsh")).hasContent("var two = 2;\nString text() { return \"a\" + two; }\n");
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith(".dockline"));
    }

    @Test
    void a_snippet_is_edited_in_the_users_editor_and_run() throws Exception {
        environment.put("EDITOR", "sed -i s/2/4/");
        try (var screen = start()) {
            screen.line("20 + 2");
            screen.awaitEnd("22\ndockline>");
            screen.line("/edit 1");
            screen.awaitEnd("/edit 1\n40 + 2\n42\ndockline>");
            screen.type("\u0010");
            screen.awaitEnd("dockline> 40 + 2");
            screen.type("\u0003");
            screen.awaitEnd("40 + 2\ndockline>");
            screen.line("/edit 7");
            screen.awaitEnd("There is no snippet 7. Try: /list\ndockline>");
        }
    }

    @Test
    void history_time_engine_and_what_is_wrong_with_them() throws Exception {
        try (var screen = start()) {
            screen.line("/time 20 + 22");
            screen.await(text -> text.matches("(?s).*/time 20 \\+ 22\n42\n[0-9]+ ms\ndockline>"));
            screen.line("/time for (int i = 0; i < 2; i++) {");
            screen.awaitEnd("...>");
            screen.line("System.out.println(i); }");
            screen.await(text -> text.matches("(?s).*\n0\n1\n[0-9]+ ms\ndockline>"));
            screen.line("/history 1");
            screen.awaitEnd("    3  /history 1\ndockline>");
            screen.line("/history many");
            screen.awaitEnd("/history takes a number, not many. Try: /history 1\ndockline>");
            screen.line("/engine embedded");
            screen.await(text -> text.contains("\nENGINE ") && text.endsWith("dockline·embedded>"));
            screen.line("/open");
            screen.awaitEnd("/open needs the name of a file. Try: /open my.jsh\ndockline·embedded>");
            screen.line("/open nosuch.jsh");
            screen.awaitEnd("There is no file nosuch.jsh.\ndockline·embedded>");
        }
    }

    @Test
    void commands_and_what_they_take_are_completed() throws Exception {
        Files.writeString(folder.resolve("mine.jsh"), "var mine = 1");
        try (var screen = start()) {
            screen.type("/hi\t");
            screen.awaitEnd("dockline> /history");
            screen.type("\u0015/open mi\t");
            screen.awaitEnd("dockline> /open mine.jsh");
            screen.type("\u0015/tables f\t");
            screen.awaitEnd("dockline> /tables full");
            screen.type("\u0015/help topo\t");
            screen.awaitEnd("dockline> /help topology");
        }
    }

    @Test
    void a_projects_script_runs_when_it_is_trusted_and_as_long_as_it_is_the_same() throws Exception {
        var script = Files.createDirectories(folder.resolve(".dockline")).resolve("startup.jsh");
        Files.writeString(script, "var ours = 41");
        try (var screen = start()) {
            assertThat(screen.text())
                    .contains(
                            ".dockline/startup.jsh is not trusted yet and was not run.\nRead it, then type: /trust\n");
            screen.line("/trust");
            screen.awaitEnd("/trust\ndockline>");
            screen.line("ours + 1");
            screen.awaitEnd("\n42\ndockline>");
        }
        try (var screen = start()) {
            assertThat(screen.text()).doesNotContain("trust");
            screen.line("ours + 1");
            screen.awaitEnd("\n42\ndockline>");
        }
        Files.writeString(script, "var ours = 43");
        try (var screen = start()) {
            assertThat(screen.text()).contains("has changed since you trusted it and was not run");
        }
    }
}
