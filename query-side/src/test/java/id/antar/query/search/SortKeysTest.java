package id.antar.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.FieldValue;
import id.antar.api.message.InvalidQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortKeysTest {

  @Test
  void whereAPageEndedSurvivesItsCursor() {
    List<FieldValue> keys =
        List.of(FieldValue.of(1.25), FieldValue.of(Long.MAX_VALUE), FieldValue.of("l7"));

    List<FieldValue> read = SortKeys.values("cursor", SortKeys.texts(keys));

    assertThat(read.get(0).doubleValue()).isEqualTo(1.25);
    assertThat(read.get(1).longValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(read.get(2).stringValue()).isEqualTo("l7");
  }

  @Test
  void whatNobodyHasGivenIsRefused() {
    for (String text : List.of("", "x1", "l1.5", "dd")) {
      assertThatThrownBy(() -> SortKeys.values("cursor", List.of(text)))
          .as(text)
          .isInstanceOf(InvalidQuery.class);
    }
  }
}
