package id.antar.command.order;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.KIM;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.at;
import static id.antar.command.order.OrderStory.cancelledByOperator;
import static id.antar.command.order.OrderStory.confirmed;
import static id.antar.command.order.OrderStory.delivered;
import static id.antar.command.order.OrderStory.placed;
import static id.antar.command.order.OrderStory.untilConfirmed;
import static id.antar.command.order.OrderStory.untilPickedUp;
import static id.antar.command.order.OrderStory.untilReady;
import static id.antar.command.order.OrderStory.untilSubmitted;
import static id.antar.command.order.OrderTest.given;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderCommand.PinOrder;
import id.antar.api.order.OrderCommand.UnpinOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderEvent.OrderUnpinned;
import id.antar.api.order.OrderRejection.NotAtThisStage;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.OrderStage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinningTest {

  private static final OrderUnpinned UNPINNED = new OrderUnpinned(ORDER, "no need", at(4));

  @Test
  void anOrderIsPinnedUntilItIsPickedUp() {
    for (OrderEvent[] story :
        List.of(
            new OrderEvent[] {placed(CARD)}, untilSubmitted(), untilConfirmed(), untilReady())) {
      given(story).when(pin(BO)).then(pinned(BO));
    }
    given(untilPickedUp()).when(pin(BO)).thenRefused(notAt(OrderStage.PICKED_UP));
    given(untilPickedUp()).and(delivered()).when(pin(BO)).thenRefused(notAt(OrderStage.DELIVERED));
    given(untilPickedUp())
        .and(cancelledByOperator())
        .when(pin(BO))
        .thenRefused(notAt(OrderStage.CANCELLED));
  }

  @Test
  void toTheSameCourierTwiceIsFineAndToAnotherIsTheLatestWord() {
    given(untilConfirmed()).and(pinned(BO)).when(pin(BO)).thenNothing();
    given(untilConfirmed()).and(pinned(BO)).when(pin(KIM)).then(pinned(KIM));
    given(untilConfirmed()).and(pinned(BO), pinned(KIM)).when(pin(BO)).then(pinned(BO));
  }

  @Test
  void aPinOutlastsWhatTheKitchenDoes() {
    given(untilSubmitted())
        .and(pinned(BO))
        .when(new ConfirmOrder(ORDER, NOODLE_BAR, at(20), at(2)))
        .then(confirmed());
    given(untilSubmitted()).and(pinned(BO), confirmed()).when(pin(BO)).thenNothing();
    given(placed(CARD), pinned(BO), OrderStory.submitted()).when(pin(BO)).thenNothing();
  }

  @Test
  void itIsTakenOffOnce() {
    given(untilConfirmed()).and(pinned(BO)).when(unpin()).then(UNPINNED);
    given(untilConfirmed()).and(pinned(BO), UNPINNED).when(unpin()).thenNothing();
    given(untilConfirmed()).when(unpin()).thenNothing();
    given(untilReady()).and(pinned(BO), OrderStory.pickedUp()).when(unpin()).then(UNPINNED);
  }

  @Test
  void itEndsByItselfWithTheOrder() {
    given(untilConfirmed())
        .and(pinned(BO), OrderStory.assigned(), OrderStory.ready(), OrderStory.pickedUp())
        .and(delivered())
        .when(unpin())
        .thenNothing();
    given(untilConfirmed()).and(pinned(BO), cancelledByOperator()).when(unpin()).thenNothing();
  }

  @Test
  void anUnknownOrderIsNotPinned() {
    given().when(pin(BO)).thenRefused(new UnknownOrder(ORDER));
  }

  private static PinOrder pin(CourierId courier) {
    return new PinOrder(ORDER, courier, "knows the house", at(3));
  }

  private static UnpinOrder unpin() {
    return new UnpinOrder(ORDER, "no need", at(4));
  }

  private static OrderPinned pinned(CourierId courier) {
    return new OrderPinned(ORDER, courier, "knows the house", at(3));
  }

  private static NotAtThisStage notAt(OrderStage stage) {
    return new NotAtThisStage(ORDER, stage, "PinOrder");
  }
}
