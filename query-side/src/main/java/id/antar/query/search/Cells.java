package id.antar.query.search;

import com.uber.h3core.H3Core;
import id.antar.api.geo.GeoPoint;
import id.antar.api.message.InvalidQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The H3 cells that a place is found by: of the resolutions 7 (about 2.5 km across) to 9 (350 m).
public final class Cells {

  public static final int COARSEST = 7;
  public static final int FINEST = 9;

  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{15}");

  private Cells() {}

  private static final class Library {
    static final H3Core H3 = load();

    private static H3Core load() {
      try {
        return H3Core.newInstance();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// From the coarsest to the finest.
  public static List<String> of(GeoPoint place) {
    return IntStream.rangeClosed(COARSEST, FINEST)
        .mapToObj(resolution ->
            Library.H3.latLngToCellAddress(place.latitude(), place.longitude(), resolution))
        .toList();
  }

  public static int requireResolution(int resolution) {
    if (resolution < COARSEST || resolution > FINEST) {
      throw new InvalidQuery(
          "cellResolution (%d) is not within %d and %d.".formatted(resolution, COARSEST, FINEST));
    }
    return resolution;
  }

  public static int resolutionOf(String cell) {
    return Optional.of(cell)
        .filter(it -> ADDRESS.matcher(it).matches() && Library.H3.isValidCell(it))
        .map(Library.H3::getResolution)
        .filter(it -> it >= COARSEST && it <= FINEST)
        .orElseThrow(() ->
            new InvalidQuery(
                "cell is no H3 cell of the resolutions %d to %d.".formatted(COARSEST, FINEST)));
  }
}
