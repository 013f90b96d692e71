package id.antar.command.alert.watch;

import id.antar.api.alert.AlertKind;
import id.antar.api.board.BoardView;
import id.antar.api.board.BoardView.BoardOrder;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How much later merchants' orders are ready than they were to be: the mean over the last ones, or
/// the one that is not ready longest, whichever is worse. Of merchants with open orders.
final class SlowMerchants implements Rule.OnBoard {

  /// Fewer make no mean.
  static final int LEAST_ORDERS = 3;

  private static final Duration REMEMBERED = Duration.ofHours(1);

  /// @param readyAt when it was ready; the latest look while it is not
  private record Sample(MerchantId merchantId, Instant promised, Instant readyAt, boolean ready) {
    double late() {
      return Math.max(0, Times.seconds(promised, readyAt));
    }
  }

  private final int most;
  private final Map<OrderId, Sample> samples = new HashMap<>();

  SlowMerchants(int most) {
    this.most = most;
  }

  @Override
  public Stream<Measure> measure(Look look, BoardView board) {
    Map<OrderId, Sample> before = Map.copyOf(samples);
    samples.values().removeIf(it -> !it.ready() || isOld(it, look));
    board.orders().forEach(order -> sample(look, order, before));
    Map<MerchantId, List<Sample>> byMerchant =
        samples.values().stream().collect(Collectors.groupingBy(Sample::merchantId));
    return board.orders().stream()
        .map(BoardOrder::merchantId)
        .distinct()
        .map(id -> measure(look, id, byMerchant.getOrDefault(id, List.of())));
  }

  private static boolean isOld(Sample sample, Look look) {
    return sample.readyAt().plus(REMEMBERED).isBefore(look.now());
  }

  /// The first time that was told counts, and the first at which it was ready.
  private void sample(Look look, BoardOrder order, Map<OrderId, Sample> before) {
    Instant estimate = order.readyEstimate();
    if (estimate == null || samples.containsKey(order.orderId())) {
      return;
    }
    Sample known = before.get(order.orderId());
    Instant promised = known == null ? estimate : known.promised();
    boolean ready = order.readyAt() != null || order.stage() == OrderStage.PICKED_UP;
    Instant at = order.readyAt() == null ? look.now() : order.readyAt();
    samples.put(order.orderId(), new Sample(order.merchantId(), promised, at, ready));
  }

  private Measure measure(Look look, MerchantId id, List<Sample> all) {
    double overdue =
        all.stream().filter(it -> !it.ready()).mapToDouble(Sample::late).max().orElse(0);
    List<Sample> last =
        all.stream()
            .filter(Sample::ready)
            .sorted((one, other) -> other.readyAt().compareTo(one.readyAt()))
            .limit(most)
            .toList();
    double mean = last.stream().mapToDouble(Sample::late).average().orElse(0);
    double slow = last.size() < LEAST_ORDERS ? overdue : Math.max(mean, overdue);
    return new Measure(AlertKind.MERCHANT_SLOW, id.value(), slow, look.now());
  }
}
