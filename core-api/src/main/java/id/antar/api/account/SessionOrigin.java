package id.antar.api.account;

/// Where a session was opened, as far as it can be seen: personal data.
public record SessionOrigin(String address, String userAgent) {

  @Override
  public String toString() {
    return "SessionOrigin[]";
  }
}
