package id.antar.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.merchant.MerchantId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where somebody's permissions hold, written `merchant:noodle-bar zone:main`. Without merchants
/// they are about one's own; staff without zones have all zones.
public record Scope(Set<MerchantId> merchants, Set<ZoneId> zones) {

  public static final Scope OWN = new Scope(Set.of(), Set.of());

  private static final String MERCHANT = "merchant:";
  private static final String ZONE = "zone:";

  public Scope {
    merchants = Set.copyOf(merchants);
    zones = Set.copyOf(zones);
  }

  public static Scope ofMerchants(MerchantId... merchants) {
    return new Scope(Set.copyOf(List.of(merchants)), Set.of());
  }

  public static Scope ofZones(ZoneId... zones) {
    return new Scope(Set.of(), Set.copyOf(List.of(zones)));
  }

  /// Whether nothing of this zone is out of reach.
  public boolean reaches(ZoneId zone) {
    return zones.isEmpty() || zones.contains(zone);
  }

  /// Whether whoever has this one may hand on the other.
  public boolean includes(Scope other) {
    return merchants.containsAll(other.merchants) && reachesAllOf(other);
  }

  /// Whether the other has no zone more.
  public boolean reachesAllOf(Scope other) {
    return zones.isEmpty() || (!other.zones.isEmpty() && zones.containsAll(other.zones));
  }

  @JsonCreator
  public static Scope parse(String text) {
    List<String> parts = Arrays.stream(text.split(" ")).filter(part -> !part.isEmpty()).toList();
    if (!parts.stream().allMatch(part -> part.startsWith(MERCHANT) || part.startsWith(ZONE))) {
      throw new IllegalArgumentException("The scope (" + text + ") is not of merchants and zones.");
    }
    return new Scope(
        named(parts, MERCHANT).map(MerchantId::new).collect(Collectors.toUnmodifiableSet()),
        named(parts, ZONE).map(ZoneId::new).collect(Collectors.toUnmodifiableSet()));
  }

  private static Stream<String> named(List<String> parts, String kind) {
    return parts.stream()
        .filter(part -> part.startsWith(kind))
        .map(part -> part.substring(kind.length()));
  }

  @JsonValue
  @Override
  public String toString() {
    var parts = new TreeSet<String>();
    merchants.forEach(merchant -> parts.add(MERCHANT + merchant));
    zones.forEach(zone -> parts.add(ZONE + zone));
    return String.join(" ", parts);
  }
}
