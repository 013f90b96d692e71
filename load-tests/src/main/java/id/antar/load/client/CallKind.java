package id.antar.load.client;

/// What a call is for; latencies are told apart by it.
public enum CallKind {
  PLACE_ORDER("place order"),
  READ_ORDER("read order"),
  CUSTOMER_ACTION("customer action"),
  MERCHANT_ACTION("merchant action"),
  COURIER_ACTION("courier action"),
  READ_ASSIGNMENT("read assignment"),
  READ_DECISION("read decision"),
  LIST("list"),
  MAP("map"),
  QUOTE("quote"),
  PAYMENT("payment"),
  WORDS("chat and reviews"),
  SIGN_IN("sign-up and sign-in"),
  TOKEN("development token");

  private final String title;

  CallKind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
