package id.antar.dispatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
    packages = "id.antar.dispatch",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule thePlannerIsPlainJavaWithTheAssignmentAndItsJson =
      classes()
          .that()
          .resideInAPackage("..dispatch.plan..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "id.antar.api..",
              "id.antar.dispatch.plan..",
              "id.antar.dispatch.assign..",
              "org.jspecify..",
              "com.fasterxml.jackson.annotation..",
              "tools.jackson..");

  @ArchTest
  static final ArchRule theAssignmentIsPlainJava =
      classes()
          .that()
          .resideInAPackage("..dispatch.assign..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "id.antar.dispatch.assign..", "org.jspecify..");

  @ArchTest
  static final ArchRule theBacktestIsPlainJavaAroundThePlanner =
      classes()
          .that()
          .resideInAPackage("..dispatch.backtest..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "id.antar.api..",
              "id.antar.dispatch.backtest..",
              "id.antar.dispatch.plan..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule theFleetIsPlainJavaWithH3 =
      classes()
          .that()
          .resideInAPackage("..dispatch.fleet..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "id.antar.api..",
              "id.antar.dispatch.fleet..",
              "com.uber..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule theRoadIsPlainJavaWithGraphhopperAndItsShapesAndTiles =
      classes()
          .that()
          .resideInAPackage("..dispatch.road..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "id.antar.api..",
              "id.antar.dispatch.road..",
              "com.graphhopper..",
              "io.github.sebasbaumh.mapbox.vectortile..",
              "org.locationtech.jts..",
              "org.slf4j..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule whatIsLearnedIsPlainJavaWithH3AndItsJson =
      classes()
          .that()
          .resideInAPackage("..dispatch.learned..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "id.antar.api..",
              "id.antar.dispatch.learned..",
              "com.uber..",
              "org.jspecify..",
              "com.fasterxml.jackson.annotation..",
              "tools.jackson..");

  @ArchTest
  static final ArchRule whatTellsWhyKnowsThePlannerAndWhereDecisionsAre =
      classes()
          .that()
          .resideInAPackage("..dispatch.why..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "id.antar.api..",
              "id.antar.dispatch.plan..",
              "id.antar.dispatch.why..",
              "org.axonframework..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule theLabIsPlainJavaAroundTheLiveDispatcher =
      classes()
          .that()
          .resideInAPackage("..dispatch.lab..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "id.antar.api..",
              "id.antar.dispatch..",
              "org.apache.commons.statistics..",
              "org.axonframework..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule onlyTheLiveLoopReadsAClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("..dispatch.live..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule theLiveLoopKnowsNoOtherSide =
      classes()
          .that()
          .resideInAPackage("..dispatch.live..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "id.antar.api..",
              "id.antar.dispatch..",
              "org.axonframework..",
              "org.springframework..",
              "io.micrometer..",
              "org.slf4j..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule springStaysInTheConfiguration =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Configuration")
          .and()
          .haveSimpleNameNotEndingWith("Lifecycle")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("id.antar.dispatch.(*)..").should().beFreeOfCycles();
}
