package id.antar.command.payment;

import id.antar.api.payment.PaymentEvent.RefundRequested;

/// A refund and how far it is.
record GivenBack(RefundRequested request, Stage stage) {

  enum Stage {
    REQUESTED,
    FAILED,
    DONE
  }

  GivenBack at(Stage next) {
    return new GivenBack(request, next);
  }

  boolean isOpen() {
    return stage == Stage.REQUESTED;
  }

  boolean isFailed() {
    return stage == Stage.FAILED;
  }
}
