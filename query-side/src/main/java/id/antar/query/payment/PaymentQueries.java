package id.antar.query.payment;

import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.GetPayment;
import id.antar.query.projection.Column;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class PaymentQueries {

  private final Table<PaymentRow> payments;

  PaymentQueries(Table<PaymentRow> payments) {
    this.payments = payments;
  }

  @QueryHandler
  CompletableFuture<@Nullable PaymentView> get(GetPayment query) {
    return payments
        .find(query.paymentId().value())
        .thenApply(found -> found.map(PaymentRow::view).orElse(null));
  }

  static List<Column<PaymentRow>> columns() {
    return List.of(
        Column.text("order_id", PaymentRow::orderId),
        Column.text("status", Standing::of),
        Column.at("requested_at", PaymentRow::requestedAt));
  }
}
