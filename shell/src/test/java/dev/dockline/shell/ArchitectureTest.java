package dev.dockline.shell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SHELL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.dockline.shell");

    private static void assertFree(String part, String... of) {
        noClasses()
                .that()
                .resideInAPackage(part)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(of)
                .check(SHELL);
    }

    @Test
    void evaluation_knows_neither_the_terminal_nor_docker() {
        assertFree(
                "..shell.eval..",
                "org.jline..",
                "picocli..",
                "dev.dockline",
                "dev.dockline.engine..",
                "..shell.prompt..");
    }

    @Test
    void only_evaluation_knows_jshell() {
        for (var part : new String[] {"..shell", "..shell.prompt..", "..shell.script..", "..shell.narrate.."}) {
            assertFree(part, "jdk.jshell..");
        }
    }

    @Test
    void what_tells_and_what_runs_scripts_know_no_terminal() {
        assertFree("..shell.narrate..", "org.jline..", "..shell.prompt..", "..shell.script..");
        assertFree("..shell.script..", "org.jline..", "..shell.prompt..", "..shell.notebook..", "..shell.kernel..");
        assertFree("..shell.notebook..", "org.jline..", "..shell.prompt..", "..shell.kernel..", "org.zeromq..");
    }
}
