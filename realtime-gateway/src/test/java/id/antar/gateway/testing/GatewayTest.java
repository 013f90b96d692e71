package id.antar.gateway.testing;

import id.antar.api.account.Fingerprints;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.ops.JobFiles;
import id.antar.api.order.OrderId;
import id.antar.api.position.PositionBus;
import id.antar.api.time.EngineClock;
import id.antar.gateway.GatewayConfiguration;
import id.antar.gateway.edge.idempotency.RememberRequest;
import id.antar.gateway.identity.TokenIssuer;
import id.antar.gateway.person.ExportPerson;
import id.antar.gateway.person.ExportPerson.Exported;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/// The whole gateway on a real port, in front of a fake engine.
@SpringBootTest(
    classes = GatewayTest.Host.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "antar.gateway.key-file=target/test-keys/key.json",
      "antar.gateway.stream.heartbeat=PT0.2S",
      "antar.gateway.command-timeout=PT2S",
      "antar.gateway.projection-wait=PT0.2S",
      "antar.gateway.road-timeout=PT0.2S",
      "antar.gateway.position-burst=40",
      "antar.payment.midtrans.server-key=midtrans-key",
      "antar.payment.xendit.webhook-token=xendit-token",
      "antar.payment.sandbox.webhook-secret=sandbox-secret",
      "antar.payment.webhooks.burst=5000",
      "spring.main.banner-mode=off"
    })
public abstract class GatewayTest {

  @LocalServerPort protected int port;
  @Autowired protected FakeEngine engine;
  @Autowired protected TokenIssuer tokens;
  @Autowired protected LocalBus bus;
  @Autowired protected EngineClock clock;
  @Autowired protected InMemoryFacts store;
  @Autowired protected NotedRefusals refusals;
  @Autowired protected InMemoryWebhooks webhooks;

  protected WebTestClient client = WebTestClient.bindToServer().build();

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(GatewayConfiguration.class)
  public static class Host {

    @Bean
    FakeEngine fakeEngine() {
      return new FakeEngine();
    }

    @Bean
    CommandGateway commandGateway(FakeEngine engine) {
      return engine.commandGateway();
    }

    @Bean
    QueryGateway queryGateway(FakeEngine engine) {
      return engine.queryGateway();
    }

    @Bean
    Fingerprints fingerprints() {
      return new TestFingerprints();
    }

    @Bean
    EngineClock engineClock() {
      return EngineClock.real();
    }

    @Bean
    PositionBus positionBus() {
      return new LocalBus();
    }

    @Bean
    InMemoryFacts storedFacts() {
      return new InMemoryFacts();
    }

    @Bean
    NotedRefusals notedRefusals() {
      return new NotedRefusals();
    }

    @Bean
    InMemoryKeyUse rememberKeyUse() {
      return new InMemoryKeyUse();
    }

    @Bean
    JobFiles jobFiles() {
      return new LeftFile();
    }

    @Bean
    ExportPerson exportPerson() {
      JsonMapper json = JsonMapper.shared();
      return account ->
          Flux.just(1, 2)
              .map(number ->
                  new Exported(
                      "Thing",
                      "thing:" + number,
                      Instant.EPOCH,
                      "198.51.100.7",
                      null,
                      json.createObjectNode().put("number", number)));
    }

    @Bean
    InMemoryWebhooks webhooks() {
      return new InMemoryWebhooks();
    }

    @Bean
    RememberRequest rememberRequest() {
      return new InMemoryRequests(Clock.systemUTC());
    }
  }

  @BeforeEach
  void startAfresh() {
    engine.reset();
    refusals.reset();
    webhooks.reset();
    client =
        WebTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .responseTimeout(Duration.ofSeconds(20))
            .build();
  }

  protected String token(Role role, String id) {
    Duration lifetime = Duration.ofMinutes(10);
    return role == Role.RECIPIENT
        ? tokens.issueLink(new OrderId(id), lifetime).value()
        : tokens.issue(new Actor(role, id), lifetime).value();
  }

  protected ResponseSpec get(Role role, String id, String path) {
    return client.get().uri(path).headers(h -> h.setBearerAuth(token(role, id))).exchange();
  }

  protected ResponseSpec post(Role role, String id, String path, String body) {
    return post(role, id, path, body, Ids.random());
  }

  protected ResponseSpec post(Role role, String id, String path, String body, String key) {
    return client
        .post()
        .uri(path)
        .headers(h -> h.setBearerAuth(token(role, id)))
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  protected ResponseSpec delete(Role role, String id, String path) {
    return client.delete().uri(path).headers(h -> h.setBearerAuth(token(role, id))).exchange();
  }

  protected ResponseSpec put(Role role, String id, String path, String body) {
    return client
        .put()
        .uri(path)
        .headers(h -> h.setBearerAuth(token(role, id)))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  protected static void expectProblem(ResponseSpec response, int status, String code) {
    response
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.type")
        .isEqualTo("https://antar.id/problems/" + code)
        .jsonPath("$.status")
        .isEqualTo(status)
        .jsonPath("$.requestId")
        .isNotEmpty();
  }

  protected static void expectProblem(
      ResponseSpec response, int status, String code, String field) {
    response
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }
}
