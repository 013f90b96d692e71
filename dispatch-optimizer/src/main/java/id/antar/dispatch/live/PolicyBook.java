package id.antar.dispatch.live;

import id.antar.api.dispatch.PolicyEvent;
import id.antar.api.dispatch.PolicyEvent.PolicyPromoted;
import id.antar.api.dispatch.PolicyEvent.ShadowEnded;
import id.antar.api.dispatch.PolicyEvent.ShadowStarted;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.message.MetaKeys;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PolicyJson;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the zone is dispatched by and what runs in its shadow, as the zone's own events say. They
/// are few, and read again as a whole when one was added. Until they are read, nothing is
/// dispatched by anything.
final class PolicyBook {

  /// An event, and who decided it.
  record Decided(PolicyEvent event, String by) {}

  /// A candidate in the shadow.
  record Trial(ShadowStarted started, String by, DispatchPolicy policy) {}

  /// @param by who promoted it
  record Promotion(PolicyPromoted promoted, String by) {}

  record Page(DispatchPolicy live, @Nullable Promotion promotion, @Nullable Trial trial) {}

  /// @param turn how often something had been added before it was read
  private record Read(long turn, Page page, List<Decided> decided) {}

  private static final Logger LOG = LoggerFactory.getLogger(PolicyBook.class);

  private final DispatchPolicy configured;
  private final Supplier<List<Decided>> history;
  private final AtomicLong turns = new AtomicLong();
  private volatile @Nullable Read known;

  /// @param configured what the zone is dispatched by unless another policy was promoted
  PolicyBook(DispatchPolicy configured, Supplier<List<Decided>> history) {
    this.configured = configured;
    this.history = history;
  }

  static Supplier<List<Decided>> read(EventStore events, ZoneId zone) {
    return () ->
        events
            .readEvents("zone:" + zone)
            .asStream()
            .filter(event -> event.getPayload() instanceof PolicyEvent)
            .map(event ->
                new Decided(
                    (PolicyEvent) event.getPayload(),
                    String.valueOf(event.getMetaData().getOrDefault(MetaKeys.ACTOR, ""))))
            .toList();
  }

  /// Something was added.
  void turn() {
    var _ = turns.incrementAndGet();
  }

  DispatchPolicy live() {
    return page().live();
  }

  Optional<Trial> trial() {
    return Optional.ofNullable(page().trial());
  }

  Page page() {
    return current().page();
  }

  /// Everything, the oldest first.
  List<Decided> decided() {
    return current().decided();
  }

  private Read current() {
    Read read = known;
    return read != null && read.turn() == turns.get() ? read : readAgain();
  }

  private synchronized Read readAgain() {
    Read read = known;
    if (read != null && read.turn() == turns.get()) {
      return read;
    }
    long turn = turns.get();
    List<Decided> decided = history.get();
    var page = new Page(configured, null, null);
    for (Decided each : decided) {
      page = after(page, each);
    }
    Read again = new Read(turn, page, decided);
    known = again;
    return again;
  }

  private static Page after(Page page, Decided decided) {
    return switch (decided.event()) {
      case ShadowStarted e ->
          policy(e.policy())
              .map(policy ->
                  new Page(page.live(), page.promotion(), new Trial(e, decided.by(), policy)))
              .orElse(page);
      case ShadowEnded _ -> new Page(page.live(), page.promotion(), null);
      case PolicyPromoted e ->
          policy(e.policy())
              .map(policy -> new Page(policy, new Promotion(e, decided.by()), null))
              .orElseGet(() -> new Page(page.live(), page.promotion(), null));
    };
  }

  /// One that this version cannot read any more must not stop all dispatch.
  static Optional<DispatchPolicy> policy(String json) {
    try {
      return Optional.of(PolicyJson.read(json));
    } catch (IllegalArgumentException e) {
      LOG.error("A policy of the past cannot be read and is passed over: {}", json, e);
      return Optional.empty();
    }
  }
}
