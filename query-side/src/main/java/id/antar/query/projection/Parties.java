package id.antar.query.projection;

import id.antar.api.order.Party;
import java.util.Locale;

/// How a party of an order is called in a column: `merchant:noodle-bar`.
public final class Parties {

  private Parties() {}

  public static String key(Party party) {
    return party.side().name().toLowerCase(Locale.ROOT) + ":" + party.id();
  }
}
