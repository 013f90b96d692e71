package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.time.EngineClock;
import id.antar.infra.cli.OpsTool;
import id.antar.infra.cli.ProcessorsTool;
import id.antar.infra.engine.Api.Answer;
import id.antar.infra.engine.Api.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Projections are built anew and take the place of the live ones while people go on.
class BlueGreenIT {
  private static final int ASKING = 4;

  private final Caller operator = TestEngine.api().operator();
  private final String work = "--antar.work=" + TestEngine.work();
  private final Queue<Answer> failed = new ConcurrentLinkedQueue<>();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> people = new ArrayList<>();

  private String register() {
    String id = "blue-" + UUID.randomUUID();
    keep(
        operator.post(
            "/v1/customers",
            "{\"customerId\":\"%s\",\"name\":\"Somebody\",\"phone\":\"+377 1234\"}".formatted(id)));
    return id;
  }

  private void keep(Answer answer) {
    answered.incrementAndGet();
    if (answer.status() >= 300) {
      failed.add(answer);
    }
  }

  private void live(Supplier<String> known) {
    while (!over.get()) {
      register();
      keep(operator.get("/v1/customers/" + known.get()));
      keep(operator.get("/v1/orders?limit=5"));
      keep(operator.get("/v1/merchants?limit=5"));
    }
  }

  private void underLoad(Runnable work) throws InterruptedException {
    String known = register();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> operator.get("/v1/customers/" + known).status() == 200);
    for (int i = 0; i < ASKING; i++) {
      people.add(Thread.startVirtualThread(() -> live(() -> known)));
    }
    try {
      work.run();
    } finally {
      over.set(true);
      for (Thread person : people) {
        person.join();
      }
    }
  }

  @Test
  void noQueryAndNoCommandFailsAndNothingDiffers() throws Exception {
    underLoad(() -> assertThat(OpsTool.run("rebuild", work)).isZero());

    assertThat(failed).isEmpty();
    assertThat(answered.get()).isGreaterThan(100);
  }

  @Test
  void aRowThatWasAlteredIsNamedAndMadeGood(@TempDir Path folder) throws Exception {
    String altered = register();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> operator.get("/v1/customers/" + altered).status() == 200);
    var transaction = new TransactionTemplate(TestEngine.bean(PlatformTransactionManager.class));
    int removed =
        transaction.execute(_ ->
            JdbcClient.create(TestEngine.bean(DataSource.class))
                .sql("DELETE FROM query_customer WHERE id = ?")
                .param(altered)
                .update());
    assertThat(removed).isEqualTo(1);

    JsonNode job = job("/v1/ops/rebuild", "{\"projections\":[\"customer\"]}");

    assertThat(job.path("findings"))
        .singleElement()
        .asString()
        .contains(altered, "is missing in the live rows");
    JsonNode difference =
        operator.get("/v1/ops/jobs/" + job.path("jobId").asString() + "/result").ok();
    assertThat(difference.path("table").asString()).isEqualTo("query_customer");
    assertThat(difference.path("key").asString()).isEqualTo(altered);
    assertThat(difference.path("live").isNull()).isTrue();
    assertThat(difference.path("rebuilt").toString()).contains(altered).doesNotContain("Somebody");
    assertThat(operator.get("/v1/customers/" + altered).status()).isEqualTo(200);
    Path file = folder.resolve("differences.ndjson");
    assertThat(
            OpsTool.run(
                "rebuild", "--projection=customer", "--verify", "--differences=" + file, work))
        .isZero();
    assertThat(file).isEmptyFile();
    assertThat(OpsTool.run("rebuild", "--projection=nothing", work)).isEqualTo(1);
  }

  /// Places that were given out and rolled back.
  private static void leaveAGap() {
    JdbcClient database = JdbcClient.create(TestEngine.bean(DataSource.class));
    var transaction = new TransactionTemplate(TestEngine.bean(PlatformTransactionManager.class));
    long head =
        transaction.execute(_ ->
            database.sql("SELECT MAX(global_index) FROM domain_event").query(Long.class).single());
    transaction.executeWithoutResult(
        _ -> database.sql("ALTER TABLE domain_event AUTO_INCREMENT = " + (head + 50)).update());
  }

  @Test
  void aProjectionIsSeenAsItWas() throws Exception {
    leaveAGap();
    String early = register();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> operator.get("/v1/customers/" + early).status() == 200);
    Instant until = TestEngine.bean(EngineClock.class).instant();
    String late = register();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> operator.get("/v1/customers/" + late).status() == 200);

    JsonNode job =
        job("/v1/ops/replay", "{\"projection\":\"customer\",\"until\":\"%s\"}".formatted(until));

    assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("succeeded");
    var result = operator.get("/v1/ops/jobs/" + job.path("jobId").asString() + "/result");
    assertThat(result.body()).contains(early).doesNotContain(late, "Somebody");
    assertThat(operator.get("/v1/customers/" + late).status()).isEqualTo(200);
    assertThat(ProcessorsTool.run("processors", work)).isBetween(0, 1);
  }

  private JsonNode job(String path, String body) {
    String id = operator.post(path, body).ok().path("jobId").asString();
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> operator.get("/v1/ops/jobs/" + id).ok(),
            it -> !it.path("state").asString().equals("running"));
  }
}
