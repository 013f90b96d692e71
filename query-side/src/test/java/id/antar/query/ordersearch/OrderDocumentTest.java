package id.antar.query.ordersearch;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.TRIP;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.assigned;
import static id.antar.query.Cast.placed;
import static id.antar.query.Cast.stranded;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderStatus;
import id.antar.api.payment.PaymentMethod;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OrderDocumentTest {

  @Test
  void aDocumentFollowsItsOrder() {
    OrderDocument document = OrderDocument.evolve(null, placed());
    document = OrderDocument.evolve(document, assigned(TRIP));
    document = OrderDocument.evolve(document, new OrderDelivered(ORDER, TRIP, KURT, after(25)));

    assertThat(Objects.requireNonNull(document).status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(document.courierId()).isEqualTo(KURT);
  }

  @Test
  void anOrderIsFoundByItsWholePriceAndByHowItIsPaid() {
    OrderDocument document = Objects.requireNonNull(OrderDocument.evolve(null, placed()));

    assertThat(document.amount()).isEqualTo(2050);
    assertThat(document.currency()).isEqualTo("EUR");
    assertThat(document.paymentMethods()).containsExactly(PaymentMethod.CARD);
    assertThat(document.cell8()).startsWith("88");
  }

  @Test
  void aStrandedOrderIsFoundAsPreparedAndWithNoCourier() {
    OrderDocument document = OrderDocument.evolve(null, placed());
    document = OrderDocument.evolve(document, assigned(TRIP));
    document = OrderDocument.evolve(document, stranded(TRIP, null));

    assertThat(Objects.requireNonNull(document).status()).isEqualTo(OrderStatus.PREPARING);
    assertThat(document.courierId()).isNull();
  }

  @Test
  void nothingPersonalIsIndexed() {
    String json =
        JsonMapper.builder().build().writeValueAsString(OrderDocument.evolve(null, placed()));

    assertThat(json).doesNotContain("Ada").doesNotContain("Quai").doesNotContain("377");
  }

  @Test
  void anOrderWhoseBeginningIsLostStaysAbsent() {
    assertThat(OrderDocument.evolve(null, assigned(TRIP))).isNull();
  }
}
