package id.antar.load.webhook;

import id.antar.standin.Books;
import id.antar.standin.Charge;
import id.antar.standin.Charge.Status;
import id.antar.standin.Notices;
import id.antar.standin.Notices.Notice;
import id.antar.standin.StandIn;
import java.util.Map;

/// Midtrans or Xendit, played by a stand-in in this process, which the engine asks over HTTP.
final class StandInBank implements Bank {

  private final StandIn standIn;
  private final boolean midtrans;
  private final String key;
  private final String token;

  /// @param token of Xendit's webhooks
  StandInBank(StandIn standIn, boolean midtrans, String key, String token) {
    this.standIn = standIn;
    this.midtrans = midtrans;
    this.key = key;
    this.token = token;
  }

  @Override
  public String route() {
    return midtrans ? "midtrans" : "xendit";
  }

  @Override
  public String currency() {
    return "IDR";
  }

  @Override
  public Map<String, String> payment(Fate fate) {
    if (fate == Fate.AT_ONCE) {
      return Map.of("method", "card", "token", midtrans ? "card-good" : "pm-good");
    }
    return Map.of("method", "bank_transfer", "token", midtrans ? "bca" : "BCA");
  }

  private Books books() {
    return midtrans ? standIn.midtrans() : standIn.xendit();
  }

  @Override
  public void tell(String chargeId, Fate fate) {
    books()
        .tell(
            chargeId,
            switch (fate) {
              case AT_ONCE, PAID -> Status.SETTLED;
              case REFUSED -> Status.DENIED;
              case EXPIRED -> Status.EXPIRED;
              case UNTOUCHED -> Status.PENDING;
            });
  }

  @Override
  public Delivery delivery(String chargeId, Fate claimed, long number) {
    return notice(chargeId, number, key, token);
  }

  @Override
  public Delivery forged(String chargeId, Fate claimed, long number) {
    return notice(chargeId, number, "not-" + key, "not-" + token);
  }

  private Delivery notice(String chargeId, long number, String by, String with) {
    Charge charge = books().find(chargeId).orElseThrow();
    Notice notice =
        midtrans
            ? Notices.midtrans(charge, by)
            : Notices.xendit(charge, chargeId + "-" + number, with);
    return new Delivery(notice.headers(), notice.body());
  }

  @Override
  public void close() {
    standIn.close();
  }
}
