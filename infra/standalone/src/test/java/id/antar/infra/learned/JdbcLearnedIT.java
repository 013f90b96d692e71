package id.antar.infra.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderTerms;
import id.antar.api.order.OrderTotal;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.dispatch.learned.Constants;
import id.antar.dispatch.learned.LearnedTimes;
import id.antar.dispatch.learned.Learning;
import id.antar.infra.engine.TestEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was learned and the place in the stream, in tables of their own beside the engine's.
class JdbcLearnedIT {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final MerchantId NOODLES = new MerchantId("noodles");

  private final TransactionTemplate transaction =
      new TransactionTemplate(TestEngine.bean(PlatformTransactionManager.class));
  private final JdbcTemplate database = new JdbcTemplate(TestEngine.bean(DataSource.class));
  private final JdbcLearned store = new JdbcLearned(database, transaction, "test_learned");

  @BeforeEach
  void makeTables() {
    dropTables();
    database.execute("CREATE TABLE test_learned LIKE learned_time");
    database.execute("CREATE TABLE test_uninterrupted LIKE learned_time");
    database.execute("CREATE TABLE test_token (place INT NOT NULL)");
    transaction.executeWithoutResult(_ -> database.update("INSERT INTO test_token VALUES (0)"));
  }

  @AfterEach
  void dropTables() {
    for (String table : List.of("test_learned", "test_uninterrupted", "test_token")) {
      database.execute("DROP TABLE IF EXISTS " + table);
    }
  }

  private static LearnedTimes fresh() {
    return new LearnedTimes(Constants.of(60, 60));
  }

  /// @return events of so many orders, one under way while the next is placed
  private static List<OrderEvent> history(int orders) {
    var random = new Random(5);
    var events = new ArrayList<OrderEvent>();
    for (int order = 0; order < orders; order++) {
      Instant promised = NOON.plusSeconds(300L * order);
      events.add(placed("order-" + order, promised));
      events.add(confirmed("order-" + order, promised));
      if (order > 0) {
        Instant due = promised.minusSeconds(300);
        events.add(
            new OrderReady(
                new OrderId("order-" + (order - 1)), due.plusSeconds(random.nextInt(400))));
      }
    }
    return events;
  }

  private static OrderPlaced placed(String id, Instant promised) {
    var carol = new PersonId("carol");
    return new OrderPlaced(
        new OrderId(id),
        new CustomerId("carol"),
        NOODLES,
        "Noodle bar",
        new GeoPoint(43.73, 7.42),
        Personal.of(carol, new Contact("Carol", "+377 1234")),
        Personal.of(carol, new Address(new GeoPoint(43.735, 7.421), "A street 1", "")),
        List.of(),
        OrderTotal.of(new Money(1000, "EUR"), new Money(200, "EUR")),
        new OrderTerms(1500, new Money(200, "EUR")),
        null,
        new PaymentId("payment-1"),
        List.of(
            new PaymentPart(1, new PaymentChoice(PaymentMethod.CASH, ""), new Money(1200, "EUR"))),
        promised.plusSeconds(3600),
        promised.minusSeconds(600));
  }

  private static OrderConfirmed confirmed(String id, Instant promised) {
    return new OrderConfirmed(
        new OrderId(id), promised, promised.plusSeconds(3600), promised.minusSeconds(600));
  }

  private int place() {
    Integer place =
        transaction.execute(
            _ -> database.queryForObject("SELECT place FROM test_token", Integer.class));
    return place == null ? 0 : place;
  }

  /// Killed before the commit, after it, or not at all.
  private enum Fate {
    ROLLED_BACK,
    COMMITTED_UNHEARD,
    WELL
  }

  private void handle(Learning learning, List<OrderEvent> events, int from, int to, Fate fate) {
    Runnable publish =
        transaction.execute(status -> {
          Runnable published = learning.learn(events.subList(from, to), (_, _) -> {});
          database.update("UPDATE test_token SET place = ?", to);
          if (fate == Fate.ROLLED_BACK) {
            status.setRollbackOnly();
          }
          return published;
        });
    if (fate == Fate.WELL && publish != null) {
      publish.run();
    }
  }

  @Test
  void killedAtAnyMomentNothingIsLostAndNothingLearnedTwice() {
    List<OrderEvent> events = history(60);
    var random = new Random(6);
    LearnedTimes times = fresh();
    var learning = new Learning(times, store);
    for (int from = place(); from < events.size(); from = place()) {
      Fate fate = Fate.values()[random.nextInt(Fate.values().length)];
      handle(learning, events, from, Math.min(events.size(), from + 1 + random.nextInt(9)), fate);
      if (fate != Fate.WELL && random.nextBoolean()) {
        times = fresh();
        learning = new Learning(times, store);
      }
    }
    learning.refresh();

    var uninterrupted = new JdbcLearned(database, transaction, "test_uninterrupted");
    LearnedTimes whole = fresh();
    new Learning(whole, uninterrupted).learn(events, (_, _) -> {}).run();
    assertThat(store.load()).isEqualTo(uninterrupted.load()).containsKey("order/order-59");
    assertThat(times.report()).isEqualTo(whole.report());
    assertThat(times.accuracy(Kind.READY_TIME).observations()).isEqualTo(59);
    assertThat(times.lateness(NOODLES)).isEqualTo(whole.lateness(NOODLES)).isPositive();
  }

  @Test
  void rowsAreChangedAndRemovedTogether() {
    store.save(0, Map.of("one", Optional.of("1"), "other", Optional.of("2")));
    store.save(1, Map.of("one", Optional.of("3"), "other", Optional.empty()));

    assertThat(store.load()).containsExactly(Map.entry("one", "3"));
    assertThat(store.version()).isEqualTo(2);
  }

  @Test
  void whoDoesNotKnowTheLastSaveMayNotWrite() {
    store.save(0, Map.of("one", Optional.of("1")));

    assertThatThrownBy(() -> store.save(0, Map.of("one", Optional.of("2"))))
        .hasMessageContaining("version 0");
    assertThatThrownBy(() -> store.save(7, Map.of("one", Optional.of("2"))))
        .hasMessageContaining("version 7");
    assertThat(store.load()).containsEntry("one", "1");
  }
}
