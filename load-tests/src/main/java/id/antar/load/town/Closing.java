package id.antar.load.town;

import id.antar.load.client.Latencies;
import id.antar.load.town.chaos.Struck;
import id.antar.load.town.life.CourierLife;
import id.antar.load.town.life.MerchantLife;
import id.antar.load.town.life.Stage;
import id.antar.load.town.life.TrackedOrder;
import id.antar.load.town.life.World;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.report.Audit;
import id.antar.load.town.report.Books;
import id.antar.load.town.report.Explanations;
import id.antar.load.town.report.Explanations.Offer;
import id.antar.load.town.report.FanOut;
import id.antar.load.town.report.Followers;
import id.antar.load.town.report.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The end of a town's day: orders are accounted for and explained, cash is handed in, shops close,
/// and the books are compared.
final class Closing {

  /// Statements begin before the day does and end after it.
  private static final Duration A_WHILE = Duration.ofHours(1);

  private final World world;
  private final List<CourierLife> couriers;
  private final List<MerchantLife> merchants;
  private final Audit audit;
  private final Explanations explanations;
  private final Books books;
  private final Followers followers;

  Closing(
      World world, List<CourierLife> couriers, List<MerchantLife> merchants, Followers followers) {
    this.followers = followers;
    this.world = world;
    this.couriers = couriers;
    this.merchants = merchants;
    this.audit = new Audit(world.api(), world.operator(), world.book());
    this.explanations = new Explanations(world.api(), world.operator());
    this.books = new Books(world);
  }

  /// @param from when the day began
  void inspect(Instant from) throws InterruptedException {
    followers.catchUp();
    audit.carryOut(merchants.stream().map(life -> life.merchant().id()).toList());
    explanations.ask(ordersByInterest(), delivered(), offers());
    books.checkOrders(audit);
    for (CourierLife courier : couriers) {
      courier.endShift();
    }
    books.checkCouriers(couriers, from.minus(A_WHILE), world.clock().now().plus(A_WHILE));
    books.checkMerchants(merchants.stream().map(MerchantLife::merchant).toList());
    for (MerchantLife merchant : merchants) {
      merchant.close();
    }
    followers.compare(audit);
  }

  Summary summary(Latencies latencies, FanOut fanOut, List<Struck> struck, int customers) {
    return new Summary(
        world,
        audit,
        books,
        explanations,
        couriers,
        latencies,
        fanOut,
        followers,
        struck,
        customers);
  }

  /// Those first to which something happened.
  private List<String> ordersByInterest() {
    Set<String> orderIds = new LinkedHashSet<>();
    orderIds.addAll(world.chronicle().orders(Happening.STRANDED));
    orderIds.addAll(world.chronicle().orders(Happening.BUNDLED));
    orderIds.addAll(world.chronicle().orders(Happening.DECLINED));
    world.book().list().forEach(order -> orderIds.add(order.orderId()));
    return List.copyOf(orderIds);
  }

  private Set<String> delivered() {
    return world.book().list().stream()
        .filter(order -> order.stage() == Stage.DELIVERED)
        .map(TrackedOrder::orderId)
        .collect(Collectors.toSet());
  }

  private List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    for (CourierLife courier : couriers) {
      courier.offers().forEach(assignmentId -> offers.add(new Offer(courier.id(), assignmentId)));
    }
    return offers;
  }
}
