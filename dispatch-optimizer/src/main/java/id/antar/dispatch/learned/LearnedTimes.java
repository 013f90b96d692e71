package id.antar.dispatch.learned;

import id.antar.api.dispatch.LearnedQuery.Accuracy;
import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.api.dispatch.LearnedQuery.LearnedReport;
import id.antar.api.dispatch.LearnedQuery.MerchantLateness;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.dispatch.learned.Row.Tally;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/// What the orders before tell about those to come: how late merchants are, and how long couriers
/// stay at merchants and doors. Without history it says the constants. Safe for any number of
/// threads; an estimate costs some hundred array look-ups. All spans are in seconds.
public final class LearnedTimes {

  private static final int REPORTED_MERCHANTS = 20;

  private static final Comparator<MerchantLateness> LATEST_FIRST =
      Comparator.comparingInt(MerchantLateness::latenessSeconds)
          .reversed()
          .thenComparing(merchant -> merchant.merchantId().value());

  /// @param version of the stored rows that these are
  record Known(long version, ConcurrentMap<String, Row> rows) {}

  private final Constants constants;
  private final Places places = new Places();
  private final ReadyTimes readyTimes;
  private final ServiceTimes serviceTimes;
  private volatile Known known = new Known(0, new ConcurrentHashMap<>());

  public LearnedTimes(Constants constants) {
    this.constants = constants;
    Function<String, Optional<Window>> windows = key -> find(key, Window.class);
    this.readyTimes = new ReadyTimes(constants, windows);
    this.serviceTimes = new ServiceTimes(constants, windows);
  }

  /// When an order that is not ready now will be.
  ///
  /// @param promised by the merchant at the confirmation, and not corrected since
  public Instant readyAt(MerchantId merchantId, Instant promised, Instant now) {
    return readyTimes.readyAt(Kind.READY_TIME, merchantId, promised, now);
  }

  /// The same for an order whose ready time the merchant has corrected.
  public Instant revisedReadyAt(MerchantId merchantId, Instant promised, Instant now) {
    return readyTimes.readyAt(Kind.REVISED_READY_TIME, merchantId, promised, now);
  }

  /// To be added to what the merchant promises.
  public int lateness(MerchantId merchantId) {
    return readyTimes.lateness(Kind.READY_TIME, merchantId);
  }

  /// Like a standard deviation, and not moved by a few that are far off.
  public int spread(MerchantId merchantId) {
    return readyTimes.spread(Kind.READY_TIME, merchantId);
  }

  /// What a courier needs at the merchant once the order is ready.
  public int pickupService(MerchantId merchantId) {
    return serviceTimes.pickup(merchantId);
  }

  /// What a courier needs at a door.
  public int dropoffService(GeoPoint door) {
    return serviceTimes.dropoff(places.door(places.cell(door)));
  }

  public Accuracy accuracy(Kind kind) {
    Tally tally = find(Observing.errors(kind), Tally.class).orElse(Tally.NONE);
    double observations = Math.max(1, tally.observations());
    return new Accuracy(
        kind,
        tally.observations(),
        tally.learnedError() / observations,
        tally.constantError() / observations);
  }

  public LearnedReport report() {
    String prefix = Places.prefix(Kind.READY_TIME);
    List<MerchantLateness> latest =
        known.rows().keySet().stream()
            .filter(key -> key.startsWith(prefix))
            .map(key -> describe(new MerchantId(key.substring(prefix.length())), key))
            .sorted(LATEST_FIRST)
            .limit(REPORTED_MERCHANTS)
            .toList();
    return new LearnedReport(
        Arrays.stream(Kind.values())
            .map(this::accuracy)
            .filter(accuracy -> accuracy.observations() > 0)
            .toList(),
        latest);
  }

  private MerchantLateness describe(MerchantId merchantId, String key) {
    int observations = find(key, Window.class).map(Window::size).orElse(0);
    return new MerchantLateness(merchantId, observations, lateness(merchantId), spread(merchantId));
  }

  Known known() {
    return known;
  }

  synchronized void replace(long version, Map<String, Row> rows) {
    known = new Known(version, new ConcurrentHashMap<>(rows));
  }

  /// Readers may see some of the changes before the others; each row is whole. Changes to another
  /// version than is known are left to the next reading of what is stored.
  synchronized void change(long version, Map<String, Optional<Row>> changes) {
    if (known.version() != version) {
      return;
    }
    ConcurrentMap<String, Row> rows = known.rows();
    changes.forEach((key, row) -> {
      if (row.isPresent()) {
        rows.put(key, row.get());
      } else {
        rows.remove(key);
      }
    });
    known = new Known(version + 1, rows);
  }

  Observing observing(Lesson lesson) {
    return new Observing(lesson, constants, places);
  }

  private <R extends Row> Optional<R> find(String key, Class<R> type) {
    return Optional.ofNullable(known.rows().get(key)).filter(type::isInstance).map(type::cast);
  }
}
