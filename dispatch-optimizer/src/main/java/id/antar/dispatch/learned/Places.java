package id.antar.dispatch.learned;

import com.uber.h3core.H3Core;
import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The keys of what is observed, each list from the widest surroundings to the place itself.
final class Places {

  /// About 350 m from side to side, some blocks. A narrower cell may hold a single household, whose
  /// habits nobody should be able to read here.
  private static final int DOOR_RESOLUTION = 9;

  private static final int QUARTER_RESOLUTION = 8;

  private final H3Core h3;

  Places() {
    try {
      this.h3 = H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("H3's native library does not load.", e);
    }
  }

  static String town(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static String prefix(Kind kind) {
    return town(kind) + "/";
  }

  static List<String> merchant(Kind kind, MerchantId merchantId) {
    return List.of(town(kind), prefix(kind) + merchantId);
  }

  String cell(GeoPoint door) {
    return h3.latLngToCellAddress(door.latitude(), door.longitude(), DOOR_RESOLUTION);
  }

  List<String> door(@Nullable String cell) {
    String town = town(Kind.DROPOFF_SERVICE);
    if (cell == null) {
      return List.of(town);
    }
    String prefix = prefix(Kind.DROPOFF_SERVICE);
    String quarter = h3.cellToParentAddress(cell, QUARTER_RESOLUTION);
    return List.of(town, prefix + quarter, prefix + cell);
  }
}
