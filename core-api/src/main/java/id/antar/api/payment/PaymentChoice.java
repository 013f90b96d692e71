package id.antar.api.payment;

/// How the customer wants to pay.
///
/// @param token the gateway's name for the card or account, never a card number; blank for cash
public record PaymentChoice(PaymentMethod method, String token) {

  public PaymentChoice {
    if (token.length() > 128) {
      throw new IllegalArgumentException("token is longer than 128 characters.");
    }
    if (token.matches("[0-9 -]{12,23}")) {
      throw new IllegalArgumentException(
          "token looks like a card number, which is never accepted.");
    }
  }
}
