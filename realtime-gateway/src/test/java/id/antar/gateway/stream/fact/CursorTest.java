package id.antar.gateway.stream.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final Cursor GAPPY = cursor("8812-8809-8807");

  @ParameterizedTest
  @ValueSource(strings = {"0", "8812", "8812-8809-8807", "999999999999999999-1"})
  void isReadAsItIsWritten(String text) {
    assertThat(Cursor.parse(text)).map(Cursor::toString).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        "-1",
        "01",
        "1-",
        "1--2",
        "5-5",
        "5-6",
        "5-3-4",
        "5-3-3",
        "5-0",
        "x",
        "1.0",
        "9999999999999999999",
        "+1",
        "１"
      })
  void nothingElseIsACursor(String text) {
    assertThat(Cursor.parse(text)).isEmpty();
  }

  @Test
  void thereAreNotMoreGapsThanAreGivenOut() {
    String gaps =
        IntStream.rangeClosed(0, Cursor.MOST_GAPS)
            .mapToObj(i -> Integer.toString(1_000 - i))
            .collect(Collectors.joining("-"));

    assertThat(Cursor.parse(gaps)).isPresent();
    assertThat(Cursor.parse("2000-" + gaps)).isEmpty();
  }

  @Test
  void isBeforeWhatComesLaterAndWhatFillsItsGaps() {
    assertThat(List.of(8806L, 8807L, 8808L, 8809L, 8812L, 8813L))
        .filteredOn(GAPPY::isBefore)
        .containsExactly(8807L, 8809L, 8813L);
  }

  @Test
  void coversWhatHeardNoMore() {
    assertThat(GAPPY.covers(GAPPY)).isTrue();
    assertThat(GAPPY.covers(cursor("8806"))).isTrue();
    assertThat(GAPPY.covers(cursor("8808-8807"))).isTrue();
    assertThat(GAPPY.covers(cursor("8808"))).isFalse();
    assertThat(GAPPY.covers(cursor("8809"))).isFalse();
    assertThat(GAPPY.covers(cursor("8812-8809"))).isFalse();
    assertThat(GAPPY.covers(cursor("8813-8809-8807"))).isFalse();
  }

  @Test
  void togetherTheyHaveHeardWhatEitherHas() {
    assertThat(GAPPY.with(cursor("8809-8807-8805"))).hasToString("8812-8807");
    assertThat(cursor("5-3").with(cursor("9-8-4-3"))).hasToString("9-8-3");
    assertThat(cursor("9-8-4-3").with(cursor("5-3"))).hasToString("9-8-3");
    assertThat(cursor("5").with(cursor("9-3"))).hasToString("9");
  }

  private static Cursor cursor(String text) {
    return Cursor.parse(text).orElseThrow();
  }
}
