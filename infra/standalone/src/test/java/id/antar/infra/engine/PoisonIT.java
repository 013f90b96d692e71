package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.customer.CustomerEvent;
import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.infra.cli.ProcessorsTool;
import id.antar.infra.engine.Api.Caller;
import id.antar.infra.engine.PoisonConfiguration.Register;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class PoisonIT {
  private static final String PROCESSOR = "query.register";
  private static final String LETTERS = "/v1/ops/dead-letters";
  private static final String WORK = "--antar.work=" + TestEngine.work();

  private final Caller operator = TestEngine.api().operator();
  private final Register register = TestEngine.bean(Register.class);

  private void registerCustomer(String id) {
    registerCustomer(id, "Somebody");
  }

  private void registerCustomer(String id, String name) {
    operator
        .post(
            "/v1/customers",
            "{\"customerId\":\"%s\",\"name\":\"%s\",\"phone\":\"+377 1234\"}".formatted(id, name))
        .ok();
  }

  private JsonNode letters() {
    return operator.get(LETTERS + "?processor=" + PROCESSOR).ok().path("letters");
  }

  private void whatIsParkedIsLookedAtAndTriedAgain() {
    JsonNode letter = letters().get(0);
    assertThat(letter.path("event").asString()).isEqualTo("CustomerRegistered");
    assertThat(letter.path("source").asString()).isEqualTo("customer:poison");
    assertThat(letter.path("cause").asString()).contains("poison");
    assertThat(letter.path("attempts").asLong()).isEqualTo(1);
    String id = letter.path("letterId").asString();
    assertThat(operator.get(LETTERS + "/" + id).ok().toString())
        .contains("hidden")
        .doesNotContain("Somebody");

    operator.post(LETTERS + "/" + PROCESSOR + "/retry", "{\"letterId\":\"%s\"}".formatted(id)).ok();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> letters().get(0).path("attempts").asLong() == 2);
    assertThat(
            operator.post(LETTERS + "/" + PROCESSOR + "/retry", "{\"letterId\":\"none\"}").status())
        .isEqualTo(404);
  }

  private void oneIsGivenUp() {
    registerCustomer("poison-too", PoisonConfiguration.INDIGESTIBLE);
    await().atMost(Duration.ofSeconds(15)).until(() -> parked() == 2);
    String id = letters().get(1).path("letterId").asString();

    assertThat(ProcessorsTool.run("dead-letters", "list", PROCESSOR, WORK)).isZero();
    assertThat(ProcessorsTool.run("dead-letters", "show", id, WORK)).isZero();
    assertThat(ProcessorsTool.run("dead-letters", "dry-run", PROCESSOR, WORK)).isEqualTo(1);
    assertThat(ProcessorsTool.run("dead-letters", "discard", id, "--reason=A test.", WORK))
        .isZero();
    assertThat(ProcessorsTool.run("dead-letters", "discard", id, WORK)).isEqualTo(2);
    assertThat(ProcessorsTool.run("processors", WORK)).isEqualTo(1);

    assertThat(parked()).isEqualTo(1);
    assertThat(operator.post(LETTERS + "/" + id + "/discard", "{\"reason\":\"Again.\"}").status())
        .isEqualTo(404);
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() ->
            TestEngine.api()
                .as("admin", "auditor")
                .get("/v1/audit?event=DeadLetterDiscarded&id=" + id)
                .body()
                .contains("dead-letter"));
  }

  /// As a later version would have parked it: in a family that is followed here, or in none.
  private void oneThatOnlyALaterVersionKnowsStays() {
    long attempts = letters().get(0).path("attempts").asLong();
    for (String type :
        List.of(
            CustomerEvent.class.getName() + "$CustomerEnchanted",
            "id.antar.api.magic.MagicEvent$Enchanted")) {
      bePayloadType(type);
      operator.post(LETTERS + "/" + PROCESSOR + "/retry", "{}").ok();
      long tried = ++attempts;
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> letters().get(0).path("attempts").asLong() == tried);
      assertThat(letters().get(0).path("cause").asString())
          .contains("Only a later version knows " + type);
    }
    bePayloadType(CustomerRegistered.class.getName());
  }

  private static void bePayloadType(String type) {
    var transaction = new TransactionTemplate(TestEngine.bean(PlatformTransactionManager.class));
    Integer letters =
        transaction.execute(_ ->
            JdbcClient.create(TestEngine.bean(DataSource.class))
                .sql("UPDATE dead_letter SET payload_type = ? WHERE processing_group = ?")
                .params(type, PROCESSOR)
                .update());
    assertThat(letters).isEqualTo(1);
  }

  private JsonNode processor() {
    for (JsonNode it : operator.get("/v1/ops/processors").ok().path("processors")) {
      if (it.path("name").asString().equals(PROCESSOR)) {
        return it;
      }
    }
    throw new AssertionError("There is no " + PROCESSOR);
  }

  private long parked() {
    return processor().path("deadLetters").asLong();
  }

  @Test
  void anEventThatCannotBeHandledIsParkedAndTheStreamMovesOn() {
    registerCustomer("before");
    registerCustomer("poison");
    registerCustomer("after");

    await().atMost(Duration.ofSeconds(15)).until(() -> register.hasSeen("after"));
    await().atMost(Duration.ofSeconds(15)).until(() -> parked() == 1);
    assertThat(processor().path("running").asBoolean()).isTrue();
    assertThat(register.hasSeen("poison")).isFalse();
    assertThat(operator.get("/health").ok().path("status").asString()).isEqualTo("DEGRADED");
    whatIsParkedIsLookedAtAndTriedAgain();
    oneIsGivenUp();
    oneThatOnlyALaterVersionKnowsStays();

    register.heal();
    operator.post("/v1/ops/dead-letters/" + PROCESSOR + "/retry", "{}").ok();

    await().atMost(Duration.ofSeconds(15)).until(() -> register.hasSeen("poison"));
    await().atMost(Duration.ofSeconds(15)).until(() -> parked() == 0);
  }
}
