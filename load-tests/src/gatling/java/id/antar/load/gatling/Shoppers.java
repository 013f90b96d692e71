package id.antar.load.gatling;

import static io.gatling.javaapi.core.CoreDsl.exec;

import id.antar.load.client.Actor;
import id.antar.load.town.world.Names;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/// The single requests of which the product's criteria speak: place an order, read one of the last
/// thousand, search.
final class Shoppers {

  static final String PLACE = "place order";
  static final String READ = "read order";
  static final String SEARCH = "search orders";

  private static final int REMEMBERED = 1000;
  private static final List<String> STATUSES = List.of("pending", "cancelled", "delivered");

  private final Supplier<Cast> cast;
  private final Customers customers;
  private final AtomicInteger placed = new AtomicInteger();
  private final AtomicReferenceArray<Placed> last = new AtomicReferenceArray<>(REMEMBERED);

  private record Placed(String orderId, String token) {}

  Shoppers(Supplier<Cast> cast, Customers customers) {
    this.cast = cast;
    this.customers = customers;
  }

  /// @param before put before the name, in the report
  ChainBuilder place(String before) {
    return customers
        .order(before + PLACE, false)
        .exec(session -> {
          var order = new Placed(Calls.text(session, "orderId"), Calls.text(session, "token"));
          last.set(placed.getAndIncrement() % REMEMBERED, order);
          return session;
        });
  }

  ChainBuilder read(String before) {
    return exec(this::someOrder).exec(Calls.get(before + READ, "/v1/orders/#{orderId}"));
  }

  /// An operator looks for a name or a dish, or among the orders of one status.
  ChainBuilder search(String before) {
    return exec(this::someWords)
        .exec(Calls.get(before + SEARCH, "/v1/orders/search?#{words}&limit=10"));
  }

  private Session someOrder(Session session) {
    int count = Math.min(placed.get(), REMEMBERED);
    Placed order = count == 0 ? null : last.get(ThreadLocalRandom.current().nextInt(count));
    return order == null
        ? session.markAsFailed()
        : session.set("orderId", order.orderId()).set("token", order.token());
  }

  private Session someWords(Session session) {
    Actor operator = cast.get().nextOperator();
    var random = ThreadLocalRandom.current();
    String words =
        random.nextBoolean()
            ? "text=" + Names.merchant(random.nextInt(6)).split(" ")[0]
            : "status=" + STATUSES.get(random.nextInt(STATUSES.size()));
    return Calls.is(session, cast.get(), operator).set("words", words);
  }
}
