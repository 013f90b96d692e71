package id.antar.load.webhook;

import java.util.Map;

/// Whoever plays the provider: knows how orders are paid there, what its deliveries look like, and
/// is told what customers and banks do.
interface Bank extends AutoCloseable {

  /// The last part of the webhooks' route.
  String route();

  /// Of the prices that it takes.
  String currency();

  /// What an order says of its payment.
  Map<String, String> payment(Fate fate);

  void tell(String chargeId, Fate fate) throws InterruptedException;

  /// A delivery of its own, of how the charge stands now.
  ///
  /// @param number different for different deliveries
  Delivery delivery(String chargeId, Fate claimed, long number);

  /// The same, by somebody who does not know the secret.
  Delivery forged(String chargeId, Fate claimed, long number);

  @Override
  void close();

  /// @param headers besides the content type
  record Delivery(Map<String, String> headers, String body) {}
}
