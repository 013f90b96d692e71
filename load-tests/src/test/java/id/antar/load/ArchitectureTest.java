package id.antar.load;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.antar.load", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theTownKnowsOnlyThePublicInterface =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
              "id.antar.load..",
              "id.antar.standin..",
              "tools.jackson..",
              "org.HdrHistogram..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("id.antar.load.(**)").should().beFreeOfCycles();
}
