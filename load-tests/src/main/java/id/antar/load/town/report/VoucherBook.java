package id.antar.load.town.report;

import id.antar.load.client.Answer;
import id.antar.load.client.CallKind;
import id.antar.load.client.OrderView;
import id.antar.load.client.Request;
import id.antar.load.town.life.TrackedOrder;
import id.antar.load.town.life.World;
import id.antar.load.town.world.People.Merchant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How often the merchants' vouchers were used: once for each delivered order that had one, and for
/// no other.
final class VoucherBook {

  private final World world;
  private final Map<String, Outcome> outcomes;

  /// @param outcomes of orders, which may still come
  VoucherBook(World world, Map<String, Outcome> outcomes) {
    this.world = world;
    this.outcomes = outcomes;
  }

  private record PageView(List<VoucherView> vouchers) {}

  private record VoucherView(String code, int uses, int usesLeft) {}

  Optional<String> complaint(Merchant merchant) throws InterruptedException {
    String path = "/v1/merchants/" + merchant.id() + "/vouchers";
    Answer answer = world.api().call(Request.get(CallKind.LIST, merchant.actor(), path));
    if (!answer.ok()) {
      return Optional.of("its vouchers -> " + answer);
    }
    int used =
        answer.as(PageView.class).vouchers().stream()
            .mapToInt(voucher -> voucher.uses() - voucher.usesLeft())
            .sum();
    long wanted =
        delivered(world.book().list())
            .filter(order -> order.merchantId().equals(merchant.id()))
            .filter(order -> order.dealings().hasVoucher())
            .count();
    return used == wanted
        ? Optional.empty()
        : Optional.of("its vouchers were used " + used + " times, and not " + wanted);
  }

  /// What was taken off by vouchers.
  long discountsMinor() {
    return totals().mapToLong(total -> total.discount().minor()).sum();
  }

  long taxesMinor() {
    return totals().mapToLong(total -> total.tax().minor()).sum();
  }

  private Stream<OrderView.Total> totals() {
    return outcomes.values().stream()
        .filter(outcome -> outcome.kind() == Outcome.Kind.DELIVERED)
        .map(Outcome::order)
        .filter(Objects::nonNull)
        .map(OrderView::total)
        .filter(Objects::nonNull);
  }

  private Stream<TrackedOrder> delivered(Collection<TrackedOrder> orders) {
    return orders.stream()
        .filter(order -> {
          Outcome outcome = outcomes.get(order.orderId());
          return outcome != null && outcome.kind() == Outcome.Kind.DELIVERED;
        });
  }
}
