package id.antar.query.analytics;

import com.uber.h3core.H3Core;
import id.antar.api.analytics.Dimension;
import id.antar.api.geo.GeoPoint;
import java.io.IOException;
import java.io.UncheckedIOException;

final class Cells {

  private final H3Core h3;

  Cells() {
    try {
      this.h3 = H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("H3's native library does not load.", e);
    }
  }

  String of(GeoPoint point) {
    return h3.latLngToCellAddress(point.latitude(), point.longitude(), Dimension.CELL_RESOLUTION);
  }
}
