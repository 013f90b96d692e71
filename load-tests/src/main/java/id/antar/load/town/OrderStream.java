package id.antar.load.town;

import id.antar.load.client.Point;
import id.antar.load.town.life.CustomerLife;
import id.antar.load.town.life.World;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Customer;
import id.antar.load.town.world.People.Merchant;
import id.antar.load.town.world.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When who orders where.
final class OrderStream {

  /// The share of their time that couriers are to be on trips.
  private static final double UTILISATION = 0.78;

  /// How many of the couriers are neither broken down nor lost, on a day that is not calm.
  private static final double FIT = 0.87;

  /// What a trip takes besides driving: answering the offer, the wait at the merchant's, the two
  /// hand-overs.
  private static final Duration BESIDES_DRIVING = Duration.ofSeconds(270);

  /// The way to the merchant, compared with the way to the customer.
  private static final double APPROACH = 0.6;

  /// After an outage the orders that nobody could place are not all placed at once.
  private static final Duration MOST_CATCHING_UP = Duration.ofMinutes(2);

  /// Every so manieth time that somebody orders, others do so with them.
  private static final int RUSH_EVERY = 10;

  private static final int FIRST_RUSH = 4;
  private static final Duration WITHIN_RUSH = Duration.ofSeconds(20);

  private static final int SAMPLES = 40;
  private static final int MERCHANTS_COMPARED = 3;

  private final World world;
  private final List<Customer> customers;
  private final List<Merchant> merchants;
  private final Dice dice;

  OrderStream(World world, List<Customer> customers, List<Merchant> merchants) {
    this.world = world;
    this.customers = customers;
    this.merchants = merchants;
    this.dice = world.dice("orders");
  }

  /// The mean gap between two orders that keeps so many couriers as busy as they are to be.
  Duration gapFor(int couriers) throws InterruptedException {
    Duration trip = meanDrive().plus(BESIDES_DRIVING);
    double fit = world.script().isCalm() ? couriers : couriers * FIT;
    return Duration.ofMillis((long) (trip.toMillis() / (fit * UTILISATION)));
  }

  private Duration meanDrive() throws InterruptedException {
    Dice samples = world.dice("samples");
    double seconds = 0;
    int found = 0;
    for (int i = 0; i < SAMPLES; i++) {
      Customer customer = samples.pick(customers);
      Merchant merchant = choose(customer, samples);
      Optional<Route> route =
          world
              .map()
              .findRoute(merchant.location(), customer.home(), world.map().vehicles().getFirst());
      if (route.isPresent()) {
        seconds += route.get().durationSeconds();
        found++;
      }
    }
    double mean = found == 0 ? 300 : seconds / found;
    return Duration.ofMillis((long) (mean * 1000 * (1 + APPROACH)));
  }

  /// Lets the orders come, and returns after the last one. Now and then some neighbours have the
  /// same idea, all within a minute or so.
  void flow(int orders, Duration meanGap) throws InterruptedException {
    Instant next = world.clock().now();
    int number = 0;
    for (int visit = 1; number < orders; visit++) {
      int together = visit % RUSH_EVERY == FIRST_RUSH ? 3 + dice.below(3) : 1;
      next = next.plus(dice.gap(meanGap.multipliedBy(together)));
      Customer first = dice.pick(customers);
      Merchant merchant = choose(first, dice);
      for (Customer customer : neighbours(first, Math.min(together, orders - number))) {
        next = await(next);
        CustomerLife life = new CustomerLife(world, customer, merchant, ++number);
        String who = "customer " + customer.actor().subject();
        world.errands().begin(world, who, life::orderAndWait);
        next = next.plus(dice.gap(WITHIN_RUSH));
      }
    }
  }

  private Instant await(Instant next) throws InterruptedException {
    world.clock().sleepUntil(next);
    return later(next, world.clock().now().minus(MOST_CATCHING_UP));
  }

  /// The customer and those who live nearest.
  private List<Customer> neighbours(Customer customer, int count) {
    return customers.stream()
        .sorted(Comparator.comparingDouble(other -> other.home().metresTo(customer.home())))
        .limit(count)
        .toList();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /// Of some that come to mind, the nearest.
  private Merchant choose(Customer customer, Dice choice) {
    Point home = customer.home();
    @Nullable Merchant best = null;
    for (int i = 0; i < MERCHANTS_COMPARED; i++) {
      Merchant other = choice.pick(merchants);
      if (best == null || other.location().metresTo(home) < best.location().metresTo(home)) {
        best = other;
      }
    }
    return best == null ? merchants.getFirst() : best;
  }
}
