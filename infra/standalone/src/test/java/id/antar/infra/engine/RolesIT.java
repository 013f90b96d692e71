package id.antar.infra.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.ops.JobFiles;
import id.antar.api.ops.JobId;
import id.antar.api.ops.OpsCommand;
import id.antar.api.ops.OpsCommand.RebuildProjections;
import id.antar.api.ops.OpsCommand.ReplayProjection;
import id.antar.api.ops.OpsQuery.GetJob;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.api.ops.OpsQuery.JobView.State;
import id.antar.api.ops.OpsQuery.ListProcessors;
import id.antar.api.ops.OpsQuery.Processor;
import id.antar.api.time.EngineClock;
import id.antar.infra.ops.ProcessorBoard;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.servers.Servers;
import id.antar.infra.startup.EngineStart;
import id.antar.infra.work.WorkFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Processes that have one role, beside one on the same database that has all of them.
class RolesIT {
  private static final List<String> SHARED =
      List.of("master.key", "account.key", "token-key.json", "log-signing.key", "clock.json");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Clock clockBefore = GenericEventMessage.clock;

  @AfterEach
  void theOthersTimeGoesOn() {
    GenericEventMessage.clock = clockBefore;
    http.close();
  }

  private static ConfigurableApplicationContext start(String role, String... more)
      throws IOException {
    TestEngine.context();
    String name = "only-" + role;
    TestEngine.clear(name);
    Path work = WorkFolder.at(TestEngine.work(name)).root();
    for (String file : SHARED) {
      if (Files.exists(TestEngine.work().resolve(file))) {
        Files.copy(TestEngine.work().resolve(file), work.resolve(file));
      }
    }
    DatabaseAddress database = TestEngine.bean(DatabaseAddress.class);
    List<String> options = new ArrayList<>(TestEngine.options(name, 20));
    options.add("--antar.roles=" + role);
    options.add(
        "--antar.mysql.url=mysql://%s:%s@%s:%d/%s"
            .formatted(
                database.user(),
                database.password(),
                database.host(),
                database.port(),
                database.database()));
    options.add("--antar.elasticsearch.url=" + TestEngine.bean(Servers.class).search());
    options.addAll(List.of(more));
    return EngineStart.application().run(options.toArray(String[]::new));
  }

  private HttpResponse<String> get(ConfigurableApplicationContext process, String path)
      throws IOException, InterruptedException {
    return get(port(process), path);
  }

  private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static int port(ConfigurableApplicationContext process) {
    return process.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private JsonNode health(ConfigurableApplicationContext process) throws Exception {
    assertThat(get(process, "/health/live").statusCode()).isEqualTo(200);
    assertThat(get(process, "/health/ready").statusCode()).isEqualTo(200);
    assertThat(get(process, "/metrics").body()).contains("jvm_memory");
    return await()
        .until(
            () -> parts(process), it -> !it.path("processors").toString().contains("not running"));
  }

  private JsonNode parts(ConfigurableApplicationContext process) throws Exception {
    HttpResponse<String> health = get(process, "/health");
    assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(health.body()).path("components");
  }

  @Test
  void theQueryRoleAloneIsWellWhileAnotherKeepsTheViews() throws Exception {
    try (var process = start("query")) {
      assertThat(health(process).propertyNames())
          .contains("database", "eventStore", "processors", "elasticsearch")
          .doesNotContain("roadMap");
      assertThat(get(process, "/v1/clock").statusCode()).isEqualTo(404);
      assertThat(get(process, "/v3/api-docs").statusCode()).isEqualTo(404);

      List<Processor> processors =
          process
              .getBean(QueryGateway.class)
              .query(new ListProcessors(), new ListProcessors().answer())
              .get(10, TimeUnit.SECONDS)
              .processors();
      String other = WorkFolder.at(TestEngine.work()).id();
      assertThat(processors)
          .filteredOn(it -> it.name().equals("process.payment") || it.name().equals("query.order"))
          .hasSize(2)
          .allSatisfy(it -> assertThat(it.running()).isTrue())
          .allSatisfy(
              it -> assertThat(it.segments()).allMatch(segment -> other.equals(segment.owner())));

      String customer = register();
      var replay =
          new ReplayProjection(
              newJob(),
              "customer",
              TestEngine.bean(EngineClock.class).instant().plus(Duration.ofHours(1)));
      ended(process, replay);
      assertThat(result(process.getBean(JobFiles.class), replay.jobId())).contains(customer);
      var rebuild = new RebuildProjections(newJob(), List.of("customer"), false);
      assertThat(ended(process, rebuild).summary()).anyMatch(it -> it.endsWith(": replaced"));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(TestEngine.bean(ProcessorBoard.class).list())
                .filteredOn(it -> it.name().equals("query.customer"))
                .allSatisfy(it -> assertThat(it.running()).isTrue()));
  }

  /// With the process that has all roles.
  private static String register() {
    String id = "roles-" + UUID.randomUUID();
    Api.Caller operator = TestEngine.api().operator();
    String body = "{\"customerId\":\"%s\",\"name\":\"Somebody\",\"phone\":\"+377 1234\"}";
    operator.post("/v1/customers", body.formatted(id)).ok();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> operator.get("/v1/customers/" + id).status() == 200);
    return id;
  }

  private static String result(JobFiles files, JobId job) {
    var pieces = new ByteArrayOutputStream();
    Stream.iterate(0, number -> number + 1)
        .map(number -> files.piece(job, number))
        .takeWhile(Optional::isPresent)
        .forEach(piece -> pieces.writeBytes(piece.orElseThrow()));
    return pieces.toString(UTF_8);
  }

  private static JobId newJob() {
    return new JobId("job-" + UUID.randomUUID());
  }

  private static JobView ended(ConfigurableApplicationContext process, OpsCommand command)
      throws Exception {
    var message =
        GenericCommandMessage.<OpsCommand>asCommandMessage(command)
            .andMetaData(Map.of(MetaKeys.ACTOR, "operator:olga"));
    Object receipt = process.getBean(CommandGateway.class).send(message).get(10, TimeUnit.SECONDS);
    assertThat(receipt).isEqualTo(Receipt.accepted());
    var question = new GetJob(command.jobId());
    JobView job =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () ->
                    process
                        .getBean(QueryGateway.class)
                        .query(question, question.answer())
                        .get(10, TimeUnit.SECONDS),
                it -> it.state() != State.RUNNING);
    assertThat(job.state()).as(job.toString()).isEqualTo(State.SUCCEEDED);
    return job;
  }

  @Test
  void theDispatchRoleAloneIsWellWhileAnotherDispatches() throws Exception {
    try (var process = start("dispatch")) {
      JsonNode parts = health(process);
      assertThat(parts.propertyNames()).contains("roadMap").doesNotContain("elasticsearch");
      assertThat(parts.path("roadMap").path("status").asString()).isEqualTo("UP");
      assertThat(get(process, "/v1/clock").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void theGatewayAloneIsWellAndGoesWhenItsStreamsHaveSomewhereToGo() throws Exception {
    var process = start("gateway", "--antar.stop.settle=PT3S");
    CompletableFuture<Void> stopping = CompletableFuture.completedFuture(null);
    try {
      assertThat(health(process).propertyNames())
          .contains("roadMap")
          .doesNotContain("elasticsearch");
      int port = port(process);
      assertThat(get(port, "/v1/clock").statusCode()).isEqualTo(200);
      var closed = new CompletableFuture<Integer>();
      String token = TestEngine.tokens("only-gateway").path("operator").asString();
      http.newWebSocketBuilder()
          .header("Authorization", "Bearer " + token)
          .subprotocols("antar.v1.json")
          .buildAsync(URI.create("ws://localhost:" + port + "/v1/stream"), closing(closed))
          .get(10, TimeUnit.SECONDS);

      stopping = CompletableFuture.runAsync(process::close);
      await()
          .pollInterval(Duration.ofMillis(20))
          .until(() -> get(port, "/health/ready").statusCode() == 503);
      HttpResponse<String> refused = get(port, "/v1/clock");

      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(closed).isNotDone();
      assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1001);
      stopping.get(30, TimeUnit.SECONDS);
    } finally {
      process.close();
    }
  }

  private static WebSocket.Listener closing(CompletableFuture<Integer> closed) {
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        closed.complete(status);
        return CompletableFuture.completedFuture(Objects.requireNonNull(reason));
      }
    };
  }
}
