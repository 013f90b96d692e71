package id.antar.command.order;

import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.RAMEN;
import static id.antar.command.Cast.TEA;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.placeOrder;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.merchant.MerchantCommand;
import id.antar.api.merchant.MerchantCommand.CloseMerchant;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantRejection.UnknownMerchant;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderRejection.MerchantIsClosed;
import id.antar.api.order.OrderRejection.OrderAlreadyPlaced;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.command.TestEngine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// With the real repositories and their caches.
class PlacingOrderTest {

  private final TestEngine engine = new TestEngine();

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void anOpenMerchantGetsTheOrder() {
    openNoodleBar();

    assertThat(send(placeOrder(CARD))).isEqualTo(Receipt.accepted());
    assertThat(facts()).startsWith(OrderStory.placed(CARD));
  }

  @Test
  void anUnknownMerchantGetsNone() {
    assertThat(send(placeOrder(CARD))).isEqualTo(Receipt.rejected(new UnknownMerchant(NOODLE_BAR)));
    assertThat(facts()).isEmpty();
  }

  @Test
  void aClosedMerchantGetsNoneButARepeatIsFine() {
    openNoodleBar();
    send(placeOrder(CARD));
    send(new CloseMerchant(NOODLE_BAR, at(1)));

    assertThat(send(placeOrder(CARD))).isEqualTo(Receipt.accepted());
    assertThat(send(placeOrder(CASH))).isEqualTo(Receipt.rejected(new OrderAlreadyPlaced(ORDER)));
    assertThat(facts()).filteredOn(OrderPlaced.class::isInstance).hasSize(1);
  }

  @Test
  void aRefusedOrderMayBePlacedOnceTheMerchantOpens() {
    openNoodleBar();
    send(new CloseMerchant(NOODLE_BAR, at(1)));
    assertThat(send(placeOrder(CARD)))
        .isEqualTo(Receipt.rejected(new MerchantIsClosed(NOODLE_BAR)));

    send(new OpenMerchant(NOODLE_BAR, at(2)));
    assertThat(send(placeOrder(CARD))).isEqualTo(Receipt.accepted());
  }

  @Test
  void aCommandForNoOrderIsRefusedAndLeavesNoTrace() {
    var confirm = new ConfirmOrder(ORDER, NOODLE_BAR, at(20), at(2));

    assertThat(send(confirm)).isEqualTo(Receipt.rejected(new UnknownOrder(ORDER)));
    assertThat(send(confirm)).isEqualTo(Receipt.rejected(new UnknownOrder(ORDER)));
    assertThat(facts()).isEmpty();
  }

  private void openNoodleBar() {
    List<MerchantCommand> opening =
        List.of(
            new RegisterMerchant(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ofMinutes(12), NOON),
            new ListProduct(NOODLE_BAR, RAMEN, NOON),
            new ListProduct(NOODLE_BAR, TEA, NOON),
            new OpenMerchant(NOODLE_BAR, NOON));
    opening.forEach(command -> assertThat(send(command)).isEqualTo(Receipt.accepted()));
  }

  private Receipt send(Object command) {
    return engine.send(command);
  }

  private List<Object> facts() {
    return engine.facts(ORDER);
  }
}
