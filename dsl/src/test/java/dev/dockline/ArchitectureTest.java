package dev.dockline;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The arrows between the packages: who may know whom. */
@AnalyzeClasses(packages = "dev.dockline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("words")
            .definedBy("dev.dockline")
            .layer("link")
            .definedBy("dev.dockline.link")
            .layer("transfer")
            .definedBy("dev.dockline.transfer")
            .layer("compose")
            .definedBy("dev.dockline.compose")
            .layer("plan")
            .definedBy("dev.dockline.plan")
            .layer("engine")
            .definedBy("dev.dockline.engine")
            .layer("view")
            .definedBy("dev.dockline.view")
            .layer("state")
            .definedBy("dev.dockline.state")
            .layer("spec")
            .definedBy("dev.dockline.spec")
            .layer("embedded")
            .definedBy("dev.dockline.embedded..")
            .layer("error")
            .definedBy("dev.dockline.error")
            .whereLayer("words")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("link")
            .mayOnlyAccessLayers("engine", "spec", "state", "error")
            .whereLayer("transfer")
            .mayOnlyAccessLayers("engine", "view", "state", "error")
            .whereLayer("compose")
            .mayOnlyAccessLayers("spec", "error")
            .whereLayer("plan")
            .mayOnlyAccessLayers("engine", "state", "embedded")
            .whereLayer("engine")
            .mayOnlyAccessLayers("spec", "state", "embedded", "error")
            .whereLayer("view")
            .mayOnlyAccessLayers("state", "spec")
            .whereLayer("state")
            .mayNotAccessAnyLayer()
            .whereLayer("spec")
            .mayOnlyAccessLayers("error")
            .whereLayer("embedded")
            .mayNotAccessAnyLayer()
            .whereLayer("error")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.dockline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_TERMINAL_AND_NO_JSHELL = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jline..", "jdk.jshell..");
}
