package id.antar.infra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The house seen as a whole: what no module can see of itself.
@AnalyzeClasses(packages = "id.antar", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theMiddleModulesDoNotKnowEachOther =
      slices()
          .matching("id.antar.(command|query|dispatch|gateway)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule nobodyDependsOnInfra =
      noClasses()
          .that()
          .resideOutsideOfPackage("id.antar.infra..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("id.antar.infra..");

  @ArchTest
  static final ArchRule concernsAreFreeOfCycles =
      slices().matching("id.antar.infra.(*)..").should().beFreeOfCycles();
}
