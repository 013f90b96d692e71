package id.antar.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "id.antar.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule itKnowsTheVocabularyAndAxonAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.github.benmanes.caffeine..",
              "javax.crypto..",
              "id.antar.api..",
              "id.antar.command..",
              "org.axonframework..",
              "org.jspecify..",
              "org.slf4j..",
              "org.springframework..");

  @ArchTest
  static final ArchRule springIsForConfigurations =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Configuration")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule statesArePure =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("State")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.axonframework..", "org.slf4j..");

  @ArchTest
  static final ArchRule onlyTheEnginesClockIsRead =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule capabilitiesAreFreeOfCycles =
      slices().matching("id.antar.command.(*)..").should().beFreeOfCycles();
}
