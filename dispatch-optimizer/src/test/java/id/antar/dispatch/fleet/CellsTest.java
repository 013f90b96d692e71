package id.antar.dispatch.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.geo.GeoPoint;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a search takes for granted about cells, on points of each kind of place: a plain one, the
/// surroundings of a pentagon, an edge of the icosahedron, the date line.
class CellsTest {

  private final Cells cells = new Cells();

  private static GeoPoint near(Random random, double latitude, double longitude, double degrees) {
    return new GeoPoint(
        latitude + (random.nextDouble() - 0.5) * degrees,
        Math.IEEEremainder(longitude + (random.nextDouble() - 0.5) * degrees, 360));
  }

  @Test
  void twoOfThePlacesArePentagons() {
    assertThat(cells.ring(cells.at(new GeoPoint(10.447345, 58.157706)), 1).cells()).hasSize(5);
    assertThat(cells.ring(cells.at(new GeoPoint(2.300882, -5.24539)), 1).cells()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "-6.2, 106.8",
    "10.447345, 58.157706",
    "2.300882, -5.245390",
    "30.0, 1.5",
    "-16.8, 179.999",
    "70.0, -40.0"
  })
  void aCellLiesBetweenItsTwoCircles(double latitude, double longitude) {
    var random = new Random(1);
    int sure = 0;
    for (int i = 0; i < 5_000; i++) {
      GeoPoint point = near(random, latitude, longitude, 0.02);
      var direction = Direction.of(point);
      Cell own = cells.at(point);
      assertThat(own.isWithin(0, direction)).isTrue();
      for (Cell other : cells.ring(own, 1).cells()) {
        assertThat(other.surelyHolds(direction)).isFalse();
      }
      sure += own.surelyHolds(direction) ? 1 : 0;
    }
    assertThat(sure).isBetween(3_000, 4_900);
  }

  @ParameterizedTest
  @CsvSource({
    "-6.2, 106.8",
    "10.447345, 58.157706",
    "2.300882, -5.245390",
    "30.0, 1.5",
    "-16.8, 179.999",
    "70.0, -40.0"
  })
  void whatIsBeyondARingIsFurtherThanTheRing(double latitude, double longitude) {
    var random = new Random(2);
    for (int i = 0; i < 1_000; i++) {
      GeoPoint point = near(random, latitude, longitude, 0.05);
      GeoPoint other = near(random, latitude, longitude, 0.05);
      var from = Direction.of(point);
      Cell centre = cells.at(point);
      Cell target = cells.at(other);
      double chord = Math.sqrt(from.chordSquaredTo(Direction.of(other)));
      for (int steps = 0; ; steps++) {
        var ring = cells.ring(centre, steps);
        assertThat(ring.chord() - centre.chordTo(from)).isLessThan(chord);
        assertThat(ring.cells()).anyMatch(cell -> cell.isWithin(chord, from));
        if (List.of(ring.cells()).contains(target)) {
          break;
        }
      }
    }
  }
}
