package id.antar.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.queryhandling.QueryHandler;

@AnalyzeClasses(packages = "id.antar.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theQuerySideKnowsNoOtherSide =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.slf4j..",
              "id.antar.api..",
              "id.antar.query..",
              "org.axonframework..",
              "org.springframework.beans..",
              "org.springframework.context..",
              "org.springframework.r2dbc..",
              "io.r2dbc.spi..",
              "reactor.core..",
              "tools.jackson..",
              "co.elastic.clients..",
              "org.apache.http..",
              "org.elasticsearch.client..",
              "org.springframework.core.retry..",
              "com.uber.h3core..",
              "org.hipparchus..",
              "jakarta.json..",
              "io.micrometer.core..");

  @ArchTest
  static final ArchRule questionsDoNotLeanOnEachOther =
      slices().matching("id.antar.query.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlySharedPackagesAreShared =
      noClasses()
          .that()
          .resideInAnyPackage("..query.projection..", "..query.search..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..query.order..",
              "..query.ordertimeline..",
              "..query.ordersearch..",
              "..query.menusearch..",
              "..query.courier..",
              "..query.assignment..",
              "..query.merchant..",
              "..query.customer..",
              "..query.payment..",
              "..query.ledger..",
              "..query.openmoney..",
              "..query.alert..",
              "..query.dispatchdecision..",
              "..query.review..",
              "..query.rating..",
              "..query.voucher..",
              "..query.chat..",
              "..query.audit..",
              "..query.analytics..",
              "..query.promise..",
              "..query.forecast..",
              "..query.customername..",
              "..query.searchkeeping..",
              "..query.rebuild..");

  @ArchTest
  static final ArchRule foldsReadNoClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "instant")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule queriesAreAnsweredWithoutBlocking =
      methods()
          .that()
          .areAnnotatedWith(QueryHandler.class)
          .should()
          .haveRawReturnType(java.util.concurrent.CompletableFuture.class);
}
