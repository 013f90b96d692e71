package id.antar.infra.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.antar.api.history.EventCatalogue.EventType;
import id.antar.api.history.EventCatalogue.Field;
import id.antar.api.history.EventFamilies;
import id.antar.api.history.HistoryQuery.GetCatalogue;
import id.antar.api.history.HistoryQuery.GetEventType;
import id.antar.infra.personal.ShownSamples;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {

  private final Catalogue catalogue = new Catalogue(ShownSamples.json());
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private EventType type(String name) {
    return Objects.requireNonNull(catalogue.one(new GetEventType(name)), name);
  }

  private List<Error> errors(EventType type, Object data) {
    Schema schema = schemas.getSchema(json(type.schema()));
    return schema.validate(json(data), InputFormat.JSON);
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  @Test
  void everyFamilyOfTheVocabularyIsInIt() {
    List<Class<?>> families =
        new ClassFileImporter()
            .importPackages("id.antar.api").stream()
                .filter(it -> it.isInterface() && it.getSimpleName().endsWith("Event"))
                .<Class<?>>map(JavaClass::reflect)
                .toList();

    assertThat(EventFamilies.all()).containsExactlyInAnyOrderElementsOf(families);
  }

  @Test
  void everyEventHasANameOfItsOwn() {
    assertThat(catalogue.all(new GetCatalogue()).events())
        .extracting(it -> it.type())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(100)
        .contains("OrderPlaced", "AuditRead");
  }

  @TestFactory
  Stream<DynamicTest> theExampleIsAsTheSchemaSays() {
    return catalogue.types().stream()
        .map(it ->
            dynamicTest(
                it.type(),
                () -> assertThat(errors(it, Objects.requireNonNull(it.example()))).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> whatIsToldToWhoMaySeeItIsAsTheSchemaSays() {
    return EventFamilies.all().stream()
        .flatMap(EventFamilies::types)
        .map(it ->
            dynamicTest(
                it.getSimpleName(),
                () -> assertThat(errors(catalogue.type(it), ShownSamples.of(it))).isEmpty()));
  }

  @Test
  void anEventIsDescribedInTheWordsOfTheCode() {
    EventType placed = type("OrderPlaced");

    assertThat(placed.family()).isEqualTo("OrderEvent");
    assertThat(placed.revision()).isEqualTo("2");
    assertThat(placed.olderRevisions()).containsExactly("1");
    assertThat(placed.description()).contains("can be read alone");
    assertThat(placed.guarded()).isFalse();
    assertThat(field(placed, "voucher").description()).contains("lowered the price");
    assertThat(field(placed, "voucher").nullable()).isTrue();
    assertThat(field(placed, "recipient"))
        .satisfies(it -> assertThat(it.personal()).isTrue())
        .satisfies(it -> assertThat(it.type()).isEqualTo("Personal<Contact>"));
    assertThat(json(placed.schema())).contains("minor units (cents)");
  }

  private static Field field(EventType type, String name) {
    return type.fields().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void whatOpensAnAccountIsHiddenFromEverybody() {
    EventType opened = type("AccountOpened");

    assertThat(opened.guarded()).isTrue();
    assertThat(json(opened.schema())).contains("hidden");
    assertThat(Map.copyOf(Objects.requireNonNull(opened.example())).toString()).contains("hidden");
  }

  @Test
  void whatIsNoEventIsNotInIt() {
    assertThat(catalogue.one(new GetEventType("NoSuchEvent"))).isNull();
  }
}
