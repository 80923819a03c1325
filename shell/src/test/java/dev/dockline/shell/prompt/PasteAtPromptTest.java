package dev.dockline.shell.prompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pasted at the prompt, by terminals that mark a paste and by those that do not. */
class PasteAtPromptTest extends PromptStory {
    @ParameterizedTest
    @ValueSource(strings = {"xterm-256color", "dumb"})
    void a_pasted_chain_is_one_chain(String terminal) throws Exception {
        var chain = "\"a\"\n    // why\n    .concat(\"b\")\n\n    .concat(\"c\")\n";
        try (var screen = start(terminal)) {
            if (terminal.equals("dumb")) {
                screen.type(chain.replace('\n', '\r'));
                screen.await(text -> text.contains("Enter runs them, Ctrl-C drops them."));
                screen.type("\r");
            } else {
                screen.paste(chain);
                screen.line("");
            }
            screen.await(text -> text.endsWith("abc\ndockline>") && !text.contains("\na\n"));
        }
    }

    @Test
    void what_follows_a_failure_in_one_paste_does_not_run() throws Exception {
        try (var screen = start()) {
            screen.paste("1 / 0\n\"not \" + \"reached\"");
            screen.line("");
            screen.await(text -> text.endsWith("ArithmeticException: / by zero\ndockline>"));
        }
    }

    @Test
    void a_paste_without_brackets_is_shown_and_asked_about_once() throws Exception {
        try (var screen = start()) {
            screen.type("var x = 41\rSystem.out.println(x\r  + 1)\r");
            screen.awaitEnd("Pasted 3 lines. Enter runs them, Ctrl-C drops them.\n"
                    + "dockline> var x = 41\n     ...> System.out.println(x\n     ...>   + 1)\n     ...>");
            screen.type("\r");
            screen.awaitEnd("\n42\ndockline>");
            screen.line("x + 2");
            screen.awaitEnd("\n43\ndockline>");
        }
    }

    @Test
    void marks_go_out_of_a_paste_before_it_runs() throws Exception {
        try (var screen = start()) {
            screen.paste("See:\n```java\nvar x = 41\nx + 1\n```\n");
            screen.awaitEnd("Taken out of the paste: 4 lines around or at code fences.\n"
                    + "dockline> var x = 41\n     ...> x + 1");
            screen.line("");
            screen.awaitEnd("42\ndockline>");
        }
    }

    @Test
    void a_page_without_marks_is_not_guessed_at() throws Exception {
        try (var screen = start()) {
            screen.paste("1 Volumes\ncontainers()\nNAME\tIMAGE\tSTATE\nweb\tbusybox\trunning\n");
            screen.await(text ->
                    text.contains("Try: dockline FILE.ipynb; this has output in it, and nothing that tells it from"));
            screen.line("");
            screen.await(text -> text.contains("';' expected\n  1 Volumes\n") && text.endsWith("\ndockline>"));
        }
    }

    @Test
    void a_line_for_docker_is_turned_into_java_and_shown_before_it_runs() throws Exception {
        try (var screen = embedded()) {
            screen.line("docker create --name web -p 8080:5000 training/webapp");
            var java = "container(\"web\").publish(8080, 5000).image(\"training/webapp\").create()";
            screen.awaitEnd("dockline·embedded> " + java.substring(0, 61) + "\n" + java.substring(61));
            screen.type("\r");
            screen.await(text -> text.contains("+ web   training/webapp  created"));
        }
    }

    @Test
    void a_line_for_docker_can_be_planned() throws Exception {
        try (var screen = embedded()) {
            screen.line("/plan docker create --name web training/webapp");
            screen.awaitEnd("> /plan container(\"web\").image(\"training/webapp\").create()");
            screen.line("");
            screen.await(text -> text.contains("+ web") && text.endsWith(EMBEDDED));
            screen.line("containers()");
            screen.await(text -> text.contains("VOLUMES\n" + EMBEDDED));
        }
    }
}
