package id.antar.infra.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The event store's own word on what everybody had to hear, found without any of the streams'
/// code.
final class StoredTruth {

  private record Fact(
      long index,
      String what,
      String about,
      Instant recordedAt,
      boolean ofOrder,
      JsonNode body,
      @Nullable String alert) {

    String key() {
      return Follower.key(what, about, recordedAt);
    }
  }

  private final List<Fact> facts = new ArrayList<>();
  private final Map<String, String> merchants = new HashMap<>();
  private final Set<String> inKitchen = new HashSet<>();
  private final Map<String, String> carriers = new HashMap<>();

  static StoredTruth read() {
    var truth = new StoredTruth();
    new TransactionTemplate(TestEngine.bean(PlatformTransactionManager.class))
        .executeWithoutResult(_ ->
            JdbcClient.create(TestEngine.bean(DataSource.class))
                .sql(
                    """
                    SELECT global_index, payload_type, aggregate_id, recorded_at, payload
                    FROM domain_event
                    WHERE payload_type LIKE '%.OrderEvent$%' OR payload_type LIKE '%.AssignmentEvent$%'
                    ORDER BY global_index\
                    """)
                .query(row -> {
                  truth.add(
                      row.getLong(1),
                      row.getString(2),
                      row.getString(3),
                      Instant.parse(row.getString(4)),
                      JsonMapper.shared().readTree(row.getBytes(5)));
                }));
    return truth;
  }

  private void add(long index, String type, String aggregate, Instant recordedAt, JsonNode body) {
    String what = type.substring(type.indexOf('$') + 1);
    String about = aggregate.substring(aggregate.indexOf(':') + 1);
    String alert = alert(what, about, body);
    facts.add(new Fact(index, what, about, recordedAt, type.contains("OrderEvent$"), body, alert));
    if (type.contains("OrderEvent$")) {
      advance(what, about, body);
    }
  }

  private void advance(String what, String order, JsonNode body) {
    switch (what) {
      case "OrderPlaced" -> merchants.put(order, body.path("merchantId").asString());
      case "OrderConfirmed" -> inKitchen.add(order);
      case "CourierAssigned" -> carriers.put(order, body.path("courierId").asString());
      case "CourierUnassigned" -> carriers.remove(order);
      case "OrderPickedUp" -> inKitchen.remove(order);
      case "OrderStranded" -> {
        carriers.remove(order);
        inKitchen.add(order);
      }
      case "OrderCancelled", "DeliveryFailed", "OrderDelivered" -> inKitchen.remove(order);
      default -> {}
    }
  }

  private @Nullable String alert(String what, String about, JsonNode body) {
    return switch (what) {
      case "OrderStranded" -> "order_stranded";
      case "DeliveryFailed" -> "delivery_failed";
      case "DeliveredThoughOff" -> "delivered_though_off";
      case "AssignmentAbandoned" -> "courier_lost";
      case "OrderCancelled" ->
          body.path("by").toString().contains("engine")
                  && inKitchen.contains(about)
                  && !carriers.containsKey(about)
              ? "no_courier"
              : null;
      default -> null;
    };
  }

  /// What a topic told from one cursor to another, in the order of the store.
  List<String> between(String topic, String from, String to) {
    int colon = topic.indexOf(':');
    String id = topic.substring(colon + 1);
    Predicate<Fact> concerns =
        switch (colon < 0 ? topic : topic.substring(0, colon)) {
          case "order" -> fact -> fact.ofOrder() && fact.about().equals(id);
          case "merchant" -> fact -> fact.ofOrder() && id.equals(merchants.get(fact.about()));
          case "courier" ->
              fact -> !fact.ofOrder() && fact.body().path("courierId").asString().equals(id);
          case "alerts" -> fact -> fact.alert() != null;
          default -> _ -> true;
        };
    return facts.stream()
        .filter(concerns)
        .filter(fact -> isAfter(fact.index(), from) && !isAfter(fact.index(), to))
        .map(fact ->
            topic.equals("alerts")
                ? Follower.key(
                    Optional.ofNullable(fact.alert()).orElseThrow(),
                    fact.about(),
                    fact.recordedAt())
                : fact.key())
        .toList();
  }

  private static boolean isAfter(long index, String cursor) {
    List<Long> numbers = Stream.of(cursor.split("-")).map(Long::valueOf).toList();
    return index > numbers.getFirst() || numbers.subList(1, numbers.size()).contains(index);
  }
}
