package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantCommand.CloseMerchant;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.Product;
import id.antar.api.merchant.ProductId;
import id.antar.api.message.Receipt;
import id.antar.api.money.Money;
import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentSplit;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.startup.EngineStart;
import id.antar.infra.work.Owner;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/// Two processes of one engine that both decide, on the database that the first one runs for both.
class TwoProcessesIT {
  private static final int SPEED = 20;
  private static final GeoPoint HERE = new GeoPoint(43.7345, 7.4210);
  private static final Money PRICE = Money.of(1250, "EUR");
  private static final ProductId RAMEN = new ProductId("ramen");
  private static final MerchantId MERCHANT = new MerchantId("noodle-bar");
  private static final PersonId PERSON = new CustomerId("ada").personId();
  private static final String MASTER_KEY = "--ANTAR_MASTER_KEY=" + key();
  private static final String ACCOUNT_KEY = "--ANTAR_ACCOUNT_KEY=" + key();

  private static final List<ConfigurableApplicationContext> RUNNING = new ArrayList<>();
  private static Clock clockBefore = GenericEventMessage.clock;
  private static String database = "";

  @BeforeAll
  static void startBoth() throws IOException {
    clockBefore = GenericEventMessage.clock;
    TestEngine.clear("process-one");
    ConfigurableApplicationContext one =
        start("process-one", "--antar.mysql.port=" + freePort(), MASTER_KEY, ACCOUNT_KEY);
    RUNNING.add(one);
    DatabaseAddress address = one.getBean(DatabaseAddress.class);
    database =
        "--antar.mysql.url=mysql://%s:%s@127.0.0.1:%d/%s"
            .formatted(address.user(), address.password(), address.port(), address.database());
    TestEngine.clear("process-two");
    RUNNING.add(start("process-two", database, MASTER_KEY, ACCOUNT_KEY));
  }

  @AfterAll
  static void stopBoth() {
    RUNNING.reversed().forEach(ConfigurableApplicationContext::close);
    GenericEventMessage.clock = clockBefore;
  }

  private static ConfigurableApplicationContext start(String name, String... more) {
    return start(name, SPEED, more);
  }

  private static ConfigurableApplicationContext start(String name, int speed, String... more) {
    List<String> options = new ArrayList<>(TestEngine.options(name, speed));
    options.addAll(
        List.of(
            "--antar.roles=command",
            "--antar.cluster.name=two-processes",
            "--antar.log.chained=false"));
    options.addAll(List.of(more));
    return EngineStart.application().run(options.toArray(String[]::new));
  }

  private static String key() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static <T> T bean(int process, Class<T> type) {
    return RUNNING.get(process).getBean(type);
  }

  private static Receipt send(int process, Object command) throws Exception {
    return bean(process, CommandGateway.class).<Receipt>send(command).get(20, TimeUnit.SECONDS);
  }

  private static Instant now(int process) {
    return bean(process, EngineClock.class).instant();
  }

  private static PlaceOrder order(String id) {
    return new PlaceOrder(
        new OrderId(id),
        new CustomerId("ada"),
        MERCHANT,
        List.of(new BasketLine(RAMEN, 2, PRICE)),
        Personal.of(PERSON, new Contact("Ada", "+377 555 0100")),
        Personal.of(PERSON, new Address(HERE, "1 Rue Grimaldi", "")),
        PaymentSplit.whole(new PaymentChoice(PaymentMethod.CARD, "sandbox-ok")),
        null,
        null,
        now(0));
  }

  private static List<Receipt> placeEverywhere(String name) {
    return IntStream.range(0, 12)
        .mapToObj(i -> {
          try {
            return send(i % 2, order(name + "-" + i));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        })
        .toList();
  }

  @Test
  void whatOneHasStoredCountsForTheOther() throws Exception {
    var profile = new MerchantProfile("Noodle Bar", "Noodles.", "+377 11", "1 Quay", HERE);
    var product = new Product(RAMEN, "Ramen", "Broth", PRICE, "", true);
    Money fee = Money.of(250, "EUR");
    assertThat(
            List.of(
                send(
                    0, new RegisterMerchant(MERCHANT, profile, fee, Duration.ofMinutes(5), now(0))),
                send(0, new ListProduct(MERCHANT, product, now(0))),
                send(1, new OpenMerchant(MERCHANT, now(1)))))
        .containsOnly(Receipt.accepted());
    assertThat(placeEverywhere("open")).containsOnly(Receipt.accepted());

    assertThat(send(0, new CloseMerchant(MERCHANT, now(0)))).isEqualTo(Receipt.accepted());
    assertThat(placeEverywhere("closed")).hasOnlyElementsOfType(Receipt.Rejected.class);

    assertThat(send(1, new OpenMerchant(MERCHANT, now(1)))).isEqualTo(Receipt.accepted());
    assertThat(placeEverywhere("open-again")).containsOnly(Receipt.accepted());
  }

  @Test
  void eachOwnsItsClaimsByANameOfItsOwn() {
    assertThat(bean(0, Owner.class)).isNotEqualTo(bean(1, Owner.class));
  }

  @Test
  void bothHaveOneTime() {
    Duration close = Duration.ofMillis(200).multipliedBy(SPEED);

    await()
        .untilAsserted(() -> {
          Instant before = now(0);
          assertThat(now(1)).isBetween(before.minus(close), now(0).plus(close));
        });
  }

  @Test
  void nothingIsStartedThatTheyDoNotNeed() {
    assertThat(RUNNING.get(1).getBeanNamesForType(RestClient.class)).isEmpty();
    assertThat(TestEngine.work("process-one").resolve("elasticsearch")).doesNotExist();
    assertThat(TestEngine.work("process-two").resolve("mariadb")).doesNotExist();
    assertThat(TestEngine.work("process-two").resolve("account.key")).doesNotExist();
    assertThat(TestEngine.work("process-two").resolve("clock.json")).doesNotExist();
  }

  @Test
  void whoComesWithOtherKeysOrAnotherClockIsSentAway() {
    TestEngine.clear("process-three");

    String otherAccountKey = "--ANTAR_ACCOUNT_KEY=" + key();
    String otherMasterKey = "--ANTAR_MASTER_KEY=" + key();
    assertSentAway("account key in ANTAR_ACCOUNT_KEY", SPEED, MASTER_KEY, otherAccountKey);
    assertSentAway("ANTAR_MASTER_KEY", SPEED, otherMasterKey, ACCOUNT_KEY);
    assertSentAway("antar.clock.speed", 3, MASTER_KEY, ACCOUNT_KEY);
    assertSentAway("ANTAR_ACCOUNT_KEY: ", SPEED, MASTER_KEY);
  }

  private static void assertSentAway(String why, int speed, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add(database);
    assertThatThrownBy(() -> start("process-three", speed, all.toArray(String[]::new)).close())
        .satisfies(e -> assertThat(EngineStart.reason(e)).contains(why));
  }
}
