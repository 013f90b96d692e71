package id.antar.gateway.payment.webhook;

/// A key or token that no log may show.
public record Secret(String value) {

  public static final Secret NONE = new Secret("");

  public Secret {
    value = value.strip();
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  public boolean isPresent() {
    return !value.isEmpty();
  }

  @Override
  public String toString() {
    return isPresent() ? "***" : "";
  }
}
