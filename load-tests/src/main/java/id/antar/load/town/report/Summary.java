package id.antar.load.town.report;

import id.antar.load.client.Latencies;
import id.antar.load.client.OrderView;
import id.antar.load.town.chaos.Struck;
import id.antar.load.town.life.CourierLife;
import id.antar.load.town.life.DutyLog;
import id.antar.load.town.life.OrderBook;
import id.antar.load.town.life.Tally;
import id.antar.load.town.life.World;
import id.antar.load.town.report.Outcome.Kind;
import id.antar.load.town.report.Result.Couriers;
import id.antar.load.town.report.Result.Orders;
import id.antar.load.town.report.Result.Positions;
import id.antar.load.town.report.Result.Setting;
import id.antar.load.town.report.Result.Wear;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sums up what the audit found and what the town counted.
public final class Summary {

  private final World world;
  private final Audit audit;
  private final Books books;
  private final Explanations explanations;
  private final List<CourierLife> couriers;
  private final Latencies latencies;
  private final FanOut fanOut;
  private final Followers followers;
  private final List<Struck> struck;
  private final int customers;

  public Summary(
      World world,
      Audit audit,
      Books books,
      Explanations explanations,
      List<CourierLife> couriers,
      Latencies latencies,
      FanOut fanOut,
      Followers followers,
      List<Struck> struck,
      int customers) {
    this.world = world;
    this.audit = audit;
    this.books = books;
    this.explanations = explanations;
    this.couriers = couriers;
    this.latencies = latencies;
    this.fanOut = fanOut;
    this.followers = followers;
    this.struck = struck;
    this.customers = customers;
  }

  /// @param ordersFrom when the first order could be placed
  /// @param ordersTo when the last one was
  public Result result(Setting setting, int outages, Instant ordersFrom, Instant ordersTo) {
    return new Result(
        setting,
        orders(setting.orders(), world.book()),
        times(),
        couriers(world.tally(), ordersFrom, ordersTo),
        new CountingPurses(world).money(books),
        new CountingPurses(world).words(books),
        people(setting),
        Troubles.of(world.chronicle(), audit.outcomes()),
        explanations.result(),
        latencies.summaries(),
        positions(world.tally()),
        new Wear(
            outages,
            world.streams().reconnects(),
            world.api().retries(),
            world.api().givenUp(),
            world.tally().secondClicks.sum(),
            world.tally().missedByStream.sum()),
        followers.result(),
        struck,
        world.incidents().list(),
        audit.unaccounted());
  }

  private Result.People people(Setting setting) {
    return new Result.People(
        customers,
        setting.couriers(),
        setting.merchants(),
        world.api().accounts().counts(),
        world.streams().renewals());
  }

  private Positions positions(Tally tally) {
    return new Positions(
        tally.positionsSent.sum(),
        tally.positionsUnsent.sum(),
        tally.positionsReceived.sum(),
        tally.etasReceived.sum(),
        fanOut.p50Millis(),
        fanOut.p99Millis(),
        fanOut.worstP99Millis(),
        world.positions().summary());
  }

  private Orders orders(int wanted, OrderBook book) {
    return new Orders(
        book.placed(),
        count(Kind.DELIVERED),
        count(Kind.CANCELLED),
        count(Kind.NOT_DELIVERED),
        count(Kind.OPEN),
        wanted - book.placed(),
        because(Kind.CANCELLED),
        because(Kind.NOT_DELIVERED),
        because(Kind.OPEN));
  }

  private int count(Kind kind) {
    return (int) audit.outcomes().stream().filter(outcome -> outcome.kind() == kind).count();
  }

  private Map<String, Integer> because(Kind kind) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Outcome outcome : audit.outcomes()) {
      if (outcome.kind() == kind) {
        reasons.merge(outcome.why(), 1, Integer::sum);
      }
    }
    return reasons;
  }

  private Map<String, Spread> times() {
    Map<String, Spread> times = new LinkedHashMap<>();
    times.put("click-to-door", spread(OrderView::placedAt, OrderView::deliveredAt));
    times.put("ready-to-pickup", spread(OrderView::readyAt, OrderView::pickedUpAt));
    times.put("ready-to-door", spread(OrderView::readyAt, OrderView::deliveredAt));
    return times;
  }

  private Spread spread(
      Function<OrderView, @Nullable Instant> from, Function<OrderView, @Nullable Instant> to) {
    List<Duration> spans = new ArrayList<>();
    for (Outcome outcome : audit.outcomes()) {
      OrderView order = outcome.order();
      if (order != null && outcome.kind() == Kind.DELIVERED) {
        Instant start = from.apply(order);
        Instant end = to.apply(order);
        if (start != null && end != null) {
          spans.add(Duration.between(start, end));
        }
      }
    }
    return Spread.of(spans);
  }

  private Couriers couriers(Tally tally, Instant ordersFrom, Instant ordersTo) {
    Map<Integer, Integer> tripsByOrders = new TreeMap<>();
    for (CourierLife courier : couriers) {
      courier.carried().stream()
          .filter(orders -> orders > 0)
          .forEach(orders -> tripsByOrders.merge(orders, 1, Integer::sum));
    }
    int trips = tripsByOrders.values().stream().mapToInt(Integer::intValue).sum();
    int carried =
        tripsByOrders.entrySet().stream()
            .mapToInt(entry -> entry.getKey() * entry.getValue())
            .sum();
    return new Couriers(
        utilisation(Instant.MIN, Instant.MAX),
        utilisation(ordersFrom, ordersTo),
        trips,
        trips == 0 ? 0 : (double) carried / trips,
        tripsByOrders,
        tally.accepted.sum(),
        tally.declined.sum(),
        tally.expired.sum(),
        tally.withdrawnOffers.sum());
  }

  private double utilisation(Instant from, Instant to) {
    double busy = 0;
    double onDuty = 0;
    for (CourierLife courier : couriers) {
      DutyLog duty = courier.duty();
      busy += duty.busy(from, to).toSeconds();
      onDuty += duty.onDuty(from, to).toSeconds();
    }
    return onDuty == 0 ? 0 : busy / onDuty;
  }
}
