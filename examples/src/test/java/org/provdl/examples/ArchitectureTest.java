package org.provdl.examples;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The direction of dependencies, as .github/CONTRIBUTING.md draws it. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.provdl");

  @Test
  void everyModuleIsLookedAt() {
    for (String module :
        new String[] {
          "vocabulary",
          "queries",
          "store",
          "capture",
          "capture.dl4j",
          "trackers",
          "plot",
          "packages",
          "interchange",
          "explorer",
          "operations",
          "server",
          "cli",
          "examples"
        }) {
      assertThat(CLASSES.containPackage("org.provdl." + module)).as(module).isTrue();
    }
  }

  @Test
  void dependenciesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("vocabulary")
        .definedBy("org.provdl.vocabulary")
        .layer("queries")
        .definedBy("org.provdl.queries")
        .layer("store")
        .definedBy("org.provdl.store")
        .layer("capture")
        .definedBy("org.provdl.capture")
        .layer("dl4j")
        .definedBy("org.provdl.capture.dl4j")
        .layer("trackers")
        .definedBy("org.provdl.trackers")
        .layer("explorer")
        .definedBy("org.provdl.explorer")
        .layer("operations")
        .definedBy("org.provdl.operations")
        .layer("server")
        .definedBy("org.provdl.server")
        .layer("plot")
        .definedBy("org.provdl.plot")
        .layer("packages")
        .definedBy("org.provdl.packages")
        .layer("interchange")
        .definedBy("org.provdl.interchange..")
        .layer("cli")
        .definedBy("org.provdl.cli")
        .layer("examples")
        .definedBy("org.provdl.examples")
        .whereLayer("vocabulary")
        .mayNotAccessAnyLayer()
        .whereLayer("interchange")
        .mayOnlyAccessLayers("vocabulary")
        .whereLayer("queries")
        .mayOnlyAccessLayers("vocabulary")
        .whereLayer("store")
        .mayNotAccessAnyLayer()
        .whereLayer("capture")
        .mayOnlyAccessLayers("vocabulary", "store")
        .whereLayer("dl4j")
        .mayOnlyAccessLayers("capture", "queries")
        .whereLayer("trackers")
        .mayOnlyAccessLayers("capture", "vocabulary")
        .whereLayer("explorer")
        .mayNotAccessAnyLayer()
        .whereLayer("operations")
        .mayOnlyAccessLayers("vocabulary", "store")
        .whereLayer("server")
        .mayOnlyAccessLayers(
            "explorer", "operations", "interchange", "vocabulary", "queries", "store")
        .whereLayer("plot")
        .mayOnlyAccessLayers("queries", "vocabulary")
        .whereLayer("packages")
        .mayOnlyAccessLayers("queries", "vocabulary")
        .whereLayer("cli")
        .mayOnlyAccessLayers(
            "server",
            "operations",
            "plot",
            "trackers",
            "packages",
            "interchange",
            "capture",
            "queries",
            "store",
            "vocabulary")
        .whereLayer("examples")
        .mayOnlyAccessLayers("dl4j", "capture", "server", "queries", "store")
        .check(CLASSES);
    slices().matching("org.provdl.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheListenerAndTheExamplesKnowDeeplearning4j() {
    noClasses()
        .that(not(resideInAnyPackage("org.provdl.capture.dl4j", "org.provdl.examples")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.datavec.."))
        .check(CLASSES);
  }

  @Test
  void onlyPicturesKnowTheLibrariesThatDraw() {
    noClasses()
        .that(not(resideInAPackage("org.provdl.plot")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.awt..", "org.jfree..", "org.apache.batik..", "org.eclipse.elk.."))
        .check(CLASSES);
  }

  @Test
  void onlyTheStoreTouchesTdb2() {
    noClasses()
        .that(not(resideInAPackage("org.provdl.store")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.jena.tdb2..", "org.apache.jena.dboe.."))
        .check(CLASSES);
  }

  @Test
  void whatRunsOnTheTrainingThreadKnowsNoRdf() {
    noClasses()
        .that(resideInAPackage("org.provdl.capture.dl4j"))
        .or()
        .haveNameMatching("org\\.provdl\\.capture\\.(TrainingRun|EventQueue|Event.*)")
        .should()
        .dependOnClassesThat(resideInAPackage("org.apache.jena.."))
        .check(CLASSES);
  }

  @Test
  void nothingIsStaticAndMutable() {
    noFields()
        .that()
        .areDeclaredInClassesThat(resideInAPackage("org.provdl.."))
        .should()
        .beStatic()
        .andShould()
        .notBeFinal()
        .check(CLASSES);
  }

  @Test
  void publicClassesAreFinalOrMeantToBeImplemented() {
    classes()
        .that()
        .arePublic()
        .and()
        .areNotInterfaces()
        .and()
        .areTopLevelClasses()
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(CLASSES);
  }
}
