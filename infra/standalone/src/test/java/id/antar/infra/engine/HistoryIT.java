package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.history.EntityKind;
import id.antar.api.history.Moment;
import id.antar.api.time.EngineClock;
import id.antar.infra.cli.HistoryTool;
import id.antar.infra.cli.LabTool;
import id.antar.infra.history.ParquetRows;
import id.antar.query.asof.AsOf;
import id.antar.query.asof.Past;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Rows.Keyed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The past of a town, asked of the engine in which it lived.
class HistoryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path PAGES = Path.of("../../docs");

  /// Other tests lived in this engine before.
  private static final Instant BEGIN = TestEngine.bean(EngineClock.class).instant();

  @TempDir Path folder;

  private final Api api = TestEngine.api();
  private final Api.Caller admin = api.as("admin", "root");
  private final Api.Caller analyst = api.as("analyst", "anna");

  @BeforeAll
  static void aTownHasLived() throws InterruptedException {
    var town = new BusyTown(TestEngine.api());
    town.open();
    var delivered = "/v1/history/events?type=OrderDelivered&limit=3&recordedFrom=" + BEGIN;
    Api.Caller anna = TestEngine.api().as("analyst", "anna");
    await().atMost(PATIENCE).until(() -> anna.get(delivered).ok().path("events").size() == 3);
    town.close();
  }

  @Test
  void asOfNowEverythingIsAsItsViewSays() {
    AsOf asOf = TestEngine.bean(AsOf.class);
    for (EntityKind kind : EntityKind.values()) {
      Projector<?> live = projector(kind);
      List<String> keys = live.storage().live().page(null, 500).stream().map(Keyed::key).toList();
      assertThat(keys).as(kind.toString()).isNotEmpty();
      for (String key : keys) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() ->
                assertThat(asOf.at(kind, key, new Moment.Now()).join().map(Past::view))
                    .contains(view(live, key)));
      }
    }
  }

  private static <S> Object view(Projector<S> live, String key) {
    var row = Objects.requireNonNull(live.storage().live().load(List.of(key)).get(key));
    return live.fold().view(row.get().state());
  }

  private static Projector<?> projector(EntityKind kind) {
    return TestEngine.context().getBeanProvider(Projector.class).stream()
        .<Projector<?>>map(it -> (Projector<?>) it)
        .filter(it -> it.fold().name().equals(kind.toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pageByPageItIsTheWholeLogInItsOrder() {
    List<Long> told = new ArrayList<>();
    JsonNode page = admin.get("/v1/history/events?limit=500").ok();
    page.path("events").forEach(it -> told.add(it.path("position").asLong()));
    while (!page.path("nextCursor").isNull()) {
      String cursor = page.path("nextCursor").asString();
      page = admin.get("/v1/history/events?limit=500&cursor=" + cursor).ok();
      page.path("events").forEach(it -> told.add(it.path("position").asLong()));
    }

    assertThat(told).isEqualTo(stored(told.getLast()));
  }

  private static List<Long> stored(long upTo) {
    return JdbcClient.create(TestEngine.bean(DataSource.class))
        .sql("SELECT global_index FROM domain_event WHERE global_index <= ? ORDER BY global_index")
        .param(upTo)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Test
  void anOrderHasATimelineAPastAndADifference() {
    String order = first("type=OrderDelivered&order=newest_first").path("id").asString();
    String path = "/v1/history/order/" + order;

    JsonNode steps = analyst.get(path + "/timeline?limit=100").ok().path("steps");
    assertThat(steps)
        .extracting(it -> it.path("type").asString())
        .startsWith("OrderPlaced")
        .contains("PaymentRequested", "OrderDelivered")
        .containsAnyOf("AssignmentOffered", "AssignmentAmended");
    assertThat(steps)
        .filteredOn(it -> it.path("type").asString().equals("AssignmentOffered"))
        .allMatch(it -> it.path("decisionId").isString());

    String placed = steps.get(0).path("position").asString();
    JsonNode then = analyst.get(path + "?position=" + placed).ok();
    assertThat(then.at("/state/stage").asString()).isEqualTo("placed");
    assertThat(then.at("/state/recipient").isNull()).isTrue();
    assertThat(api.operator().get(path + "?personal=true").ok().at("/state/recipient").isNull())
        .isFalse();

    JsonNode changes = analyst.get(path + "/diff?from=" + placed).ok().path("changes");
    assertThat(changes)
        .anySatisfy(it -> {
          assertThat(it.path("path").asString()).isEqualTo("/stage");
          assertThat(it.path("before").asString()).isEqualTo("placed");
          assertThat(it.path("after").asString()).isEqualTo("delivered");
          assertThat(it.path("event").asString()).isEqualTo("OrderDelivered");
        });
  }

  private JsonNode first(String filter) {
    return analyst.get("/v1/history/events?limit=1&" + filter).ok().path("events").path(0);
  }

  @Test
  void filtersFindWhatTheyName() {
    JsonNode placed = first("type=OrderPlaced");
    for (String field : new String[] {"actor", "correlationId", "requestId", "kind", "id"}) {
      String wanted = field + "=" + placed.path(field).asString();
      String about = field.equals("id") ? wanted + "&kind=order" : wanted;
      String whole = about + "&recordedFrom=" + placed.path("recordedAt").asString();
      assertThat(first(whole + "&happenedTo=2100-01-01T00:00:00Z").path(field).asString())
          .as(field)
          .isEqualTo(placed.path(field).asString());
    }
    assertThat(first("recordedTo=2000-01-01T00:00:00Z").isMissingNode()).isTrue();
    assertThat(analyst.get("/v1/history/events?type=AuditRead").status()).isEqualTo(403);
  }

  @Test
  void theLogIsAFileForWhoeverAsks() throws IOException {
    Path lines = folder.resolve("events.ndjson");
    Path csv = folder.resolve("events.csv");
    Path parquet = folder.resolve("events.parquet");
    String last = first("order=newest_first").path("recordedAt").asString();

    assertThat(history("events", "--recorded-to", last, "--out", lines.toString())).isZero();
    for (Path file : List.of(csv, parquet)) {
      String format = file.toString().replaceFirst(".*\\.", "");
      assertThat(
              history(
                  "export", "--format", format, "--recorded-to", last, "--out", file.toString()))
          .isZero();
    }

    List<JsonNode> told =
        Files.readAllLines(lines).stream().map(JsonMapper.shared()::readTree).toList();
    assertThat(told).hasSizeGreaterThan(100);
    assertThat(Files.readAllLines(csv)).hasSize(told.size() + 1);
    assertThat(ParquetRows.of(parquet))
        .extracting(row -> row.get("position"))
        .isEqualTo(told.stream().<Object>map(it -> it.path("position").asLong()).toList());
  }

  @Test
  void theCatalogueIsForEverybody() {
    assertThat(history("catalogue", "OrderPlaced")).isZero();
    assertThat(history("order", "no-such-order")).isEqualTo(1);
    assertThat(history("events", "--bogus", "x")).isEqualTo(2);
  }

  /// Every line of the analysts' page that is a command.
  @TestFactory
  Stream<DynamicTest> whatThePageForAnalystsSaysRuns() throws IOException {
    JsonNode delivered = first("type=OrderDelivered&order=newest_first");
    Path series = Files.writeString(folder.resolve("series.csv"), series());
    Map<String, String> said =
        Map.of(
            "ORDER", delivered.path("id").asString(),
            "FROM", BEGIN.toString(),
            "TO", Instant.parse(delivered.path("recordedAt").asString()).plusMillis(1).toString(),
            "AT", delivered.path("recordedAt").asString(),
            "SERIES", series.toString(),
            "demand.csv", folder.resolve("demand.csv").toString(),
            "events.parquet", folder.resolve("events.parquet").toString(),
            "policies/patient.yaml", PAGES.resolve("../policies/patient.yaml").toString());
    List<String> commands =
        Files.readAllLines(PAGES.resolve("analysts.md")).stream()
            .filter(it -> it.startsWith("./antar "))
            .toList();
    assertThat(commands).hasSizeGreaterThan(10);
    return commands.stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> assertAnswers(line, said)));
  }

  private static void assertAnswers(String line, Map<String, String> said) {
    String[] words =
        Arrays.stream(line.split(" ", -1))
            .skip(1)
            .map(it -> said.getOrDefault(it, it))
            .toArray(String[]::new);
    Printed printed = Printed.by(() -> command(words));

    assertThat(printed.status()).as(printed.text()).isIn(statuses(words[0]));
    assertThat(printed.text()).contains(expected(line));
  }

  /// What happened in this town is nothing that a lab would have to believe.
  private static List<Integer> statuses(String command) {
    return command.equals("lab") ? List.of(0, 3) : List.of(0);
  }

  private static List<String> expected(String line) {
    Map<String, List<String>> answers =
        Map.ofEntries(
            Map.entry("promises ORDER", List.of("\"lateness\"", "\"firstPromise\"")),
            Map.entry("timeline", List.of("OrderPlaced", "OrderDelivered")),
            Map.entry("diff", List.of("\"/stage\"")),
            Map.entry("board --at", List.of("\"permalink\"", "\"queue\"")),
            Map.entry("board changes", List.of("OrderPlaced")),
            Map.entry("forecast --by cell --hours 168 --csv", List.of("")),
            Map.entry("forecast --by cell --hours 168", List.of("\"series\"")),
            Map.entry("table", List.of("on_shift", "delivered")),
            Map.entry("upload", List.of("\"beatsBaseline\"", "\"low80\"")),
            Map.entry("promises --by all", List.of("\"calibration\"", "\"kitchen\"")),
            Map.entry("promises --by merchant", List.of("key,orders,", "tunnel-kitchen")),
            Map.entry("click_to_door", List.of("click_to_door,")),
            Map.entry("lab", List.of("Fidelity")),
            Map.entry("export", List.of("All is as it should be.")),
            Map.entry("catalogue", List.of("OrderDelivered", "occurredAt")));
    return answers.entrySet().stream()
        .filter(it -> line.contains(it.getKey()))
        .max(Comparator.comparingInt(it -> it.getKey().length()))
        .map(Map.Entry::getValue)
        .orElseThrow(() -> new AssertionError("Nothing is expected of " + line));
  }

  private static int command(String... words) {
    var arguments = new ArrayList<>(Arrays.asList(words));
    if (words[0].equals("lab")) {
      arguments.removeFirst();
      arguments.add("--antar.work=" + TestEngine.work("engine"));
      return LabTool.run(arguments.toArray(String[]::new));
    }
    arguments.addAll(List.of("--work", TestEngine.work("engine").toString()));
    return HistoryTool.run(arguments.toArray(String[]::new));
  }

  /// Of days.
  private static String series() {
    return IntStream.range(0, 120)
        .mapToObj(day ->
            LocalDate.of(2026, 1, 1).plusDays(day) + "," + (100 + day % 7 * 10 + day % 5) + "\n")
        .collect(Collectors.joining("", "at,value\n", ""));
  }

  private static int history(String... words) {
    var arguments = new ArrayList<>(List.of("history"));
    arguments.addAll(Arrays.asList(words));
    arguments.addAll(List.of("--work", TestEngine.work("engine").toString()));
    return HistoryTool.run(arguments.toArray(String[]::new));
  }
}
