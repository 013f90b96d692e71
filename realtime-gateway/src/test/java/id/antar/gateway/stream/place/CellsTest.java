package id.antar.gateway.stream.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.uber.h3core.H3Core;
import id.antar.api.geo.GeoPoint;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.hub.Window;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellsTest {

  private final Cells cells = new Cells();

  @Test
  void everyPointOfAWindowIsInACellOfItsCover() {
    var window = new Window(43.70, 7.38, 43.76, 7.46);
    var cover = cells.findCover(window).orElseThrow();
    var random = new Random(1);

    for (int i = 0; i < 1000; i++) {
      var point =
          new GeoPoint(
              random.nextDouble(window.south(), window.north()),
              random.nextDouble(window.west(), window.east()));
      assertThat(cover).contains(new Topic.OfCell(cells.at(point)));
    }
    assertThat(cover).hasSizeLessThan(100);
  }

  @Test
  void aSpotAndAnEdgeOfTheWorldAreCoveredToo() {
    assertThat(cells.findCover(new Window(43.7, 7.4, 43.700001, 7.400001)).orElseThrow())
        .isNotEmpty();
    assertThat(cells.findCover(new Window(0, -180, 0.01, -179.99)).orElseThrow()).isNotEmpty();
    assertThat(cells.findCover(new Window(89.9, -3, 90, 3)).orElseThrow()).isNotEmpty();
  }

  @Test
  void aWideWindowIsNotCovered() {
    assertThat(cells.findCover(new Window(43, 7, 44, 8))).isEmpty();
    assertThat(cells.findCover(new Window(89.99, -180, 90, 180))).isEmpty();
    assertThat(cells.findCover(new Window(43.5, 7.2, 43.66, 7.45))).isEmpty();
  }

  @Test
  void theWiderTheWindowTheCoarserTheCells() {
    assertThat(cells.densityResolution(new Window(43.5, 7.2, 43.7, 7.5))).isEqualTo(7);
    assertThat(cells.densityResolution(new Window(43, 7, 44, 8))).isEqualTo(6);
    assertThat(cells.densityResolution(new Window(-90, -180, 90, 180))).isZero();
  }

  @Test
  void parentsAreThoseOfTheLibrary() throws IOException {
    H3Core h3 = H3Core.newInstance();
    var random = new Random(2);
    for (int i = 0; i < 1000; i++) {
      var point = new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
      long cell = cells.at(point);
      int resolution = random.nextInt(Cells.RESOLUTION);
      assertThat(Cells.parent(cell, resolution)).isEqualTo(h3.cellToParent(cell, resolution));
    }
  }
}
