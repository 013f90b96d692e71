package id.antar.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.antar.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theGatewayKnowsTheVocabularyAndItsFrameworks =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "id.antar.api..",
              "id.antar.gateway..",
              "com.fasterxml.jackson.annotation..",
              "com.nimbusds..",
              "com.uber.h3core..",
              "io.micrometer..",
              "io.netty..",
              "io.swagger.v3.oas..",
              "javax.crypto..",
              "org.axonframework..",
              "org.jspecify..",
              "org.reactivestreams..",
              "org.slf4j..",
              "org.springdoc..",
              "org.springframework..",
              "reactor..",
              "tools.jackson..");

  @ArchTest
  static final ArchRule theHubIsPlainJava =
      classes()
          .that()
          .resideInAPackage("..stream.hub..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "id.antar.api..",
              "id.antar.gateway.stream.hub..",
              "org.jspecify..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule capabilitiesAreFreeOfCycles =
      slices().matching("id.antar.gateway.(*)..").should().beFreeOfCycles();
}
