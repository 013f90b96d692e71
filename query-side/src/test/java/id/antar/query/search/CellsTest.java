package id.antar.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.geo.GeoPoint;
import id.antar.api.message.InvalidQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {

  @Test
  void aPlaceIsInACellOfEachResolution() {
    List<String> cells = Cells.of(new GeoPoint(43.735, 7.421));

    assertThat(cells).extracting(Cells::resolutionOf).containsExactly(7, 8, 9);
  }

  @Test
  void whatIsNoSuchCellIsRefused() {
    for (String text :
        List.of("", "monaco", "8a396849b9a7fff", "ffffffffffffffff", "88ffffffffffff0")) {
      assertThatThrownBy(() -> Cells.resolutionOf(text))
          .as(text)
          .isInstanceOf(InvalidQuery.class)
          .hasMessageContaining("H3");
    }
  }
}
