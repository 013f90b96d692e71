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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When who orders where.
final class OrderStream {

  /// The share of their time that couriers are to be on trips.
  private static final double UTILISATION = 0.78;

  /// What a trip takes besides driving: answering the offer, the wait at the merchant's, the two
  /// hand-overs.
  private static final Duration BESIDES_DRIVING = Duration.ofSeconds(270);

  /// The way to the merchant, compared with the way to the customer.
  private static final double APPROACH = 0.6;

  /// After an outage the orders that nobody could place are not all placed at once.
  private static final Duration MOST_CATCHING_UP = Duration.ofMinutes(2);

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
    return Duration.ofMillis((long) (trip.toMillis() / (couriers * UTILISATION)));
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

  /// Lets the orders come, and returns after the last one.
  void flow(int orders, Duration meanGap) throws InterruptedException {
    Instant next = world.clock().now();
    for (int number = 1; number <= orders; number++) {
      next = next.plus(dice.gap(meanGap));
      Customer customer = dice.pick(customers);
      Merchant merchant = choose(customer, dice);
      world.clock().sleepUntil(next);
      next = later(next, world.clock().now().minus(MOST_CATCHING_UP));
      CustomerLife life = new CustomerLife(world, customer, merchant, number);
      world.begin("customer " + customer.actor().subject(), life::orderAndWait);
    }
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
