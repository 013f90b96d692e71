package id.antar.load.gatling;

import id.antar.load.client.Frame;
import id.antar.load.town.life.Stage;
import java.util.ArrayList;
import java.util.List;

/// What a customer's phone knows of one order.
final class Following {

  private final String orderId;
  private final Day day;
  private final Stage until;
  private List<Integer> samples = new ArrayList<>();
  private Stage stage = Stage.PLACED;

  /// @param until how far the customer follows it; an order that is off ends earlier
  Following(String orderId, Day day, Stage until) {
    this.orderId = orderId;
    this.day = day;
    this.until = until;
  }

  void hear(List<Frames.Heard> heard) {
    for (Frames.Heard one : heard) {
      Frame frame = one.frame();
      if (frame.is("order") && frame.stage() != null) {
        stage = Stage.find(frame.stage()).orElse(stage);
        if (frame.tells("OrderConfirmed")) {
          day.sinceConfirmed(orderId, one.atMillis()).ifPresent(samples::add);
        }
      }
    }
  }

  /// The milliseconds from the merchant's confirmation to the frame, once.
  List<Integer> takeSamples() {
    List<Integer> taken = samples;
    samples = new ArrayList<>();
    return taken;
  }

  boolean isThere() {
    return stage.isAtLeast(until);
  }

  boolean isDelivered() {
    return stage == Stage.DELIVERED;
  }
}
