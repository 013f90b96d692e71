package id.antar.api.analytics;

import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose orders, offers and hours are looked at.
///
/// @param merchants all if it is absent
/// @param courierId all if it is absent
public record Whose(@Nullable Set<MerchantId> merchants, @Nullable CourierId courierId) {

  public static final Whose EVERYBODYS = new Whose(null, null);

  public Whose {
    merchants = merchants == null ? null : Set.copyOf(merchants);
  }
}
