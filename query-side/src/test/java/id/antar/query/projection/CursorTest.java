package id.antar.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void aCursorGivesBackWhereThePageEnded() {
    String cursor = Cursor.encode("orders", List.of("2026-11-02T12:00:00Z", "order-1"));

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(Cursor.decode("orders", cursor, 2))
        .containsExactly("2026-11-02T12:00:00Z", "order-1");
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String cursor = Cursor.encode("couriers", List.of("kurt"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cursor.decode("merchants", cursor, 1))
        .withMessageContaining(cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x!", "\u0000", "====", "b3JkZXJz", "AAAA", "b3JkZXJzCmE"})
  void whatIsNoCursorIsRefused(String cursor) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cursor.decode("orders", cursor, 2))
        .withMessageContaining("cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "+999999999-12-31T00:00:00Z", "-0001-01-01T00:00:00Z", ""})
  void anInstantThatNoDatabaseKnowsIsRefused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cursor.instant("cursor", value));
  }

  @Test
  void aPageHasACursorOnlyIfAnotherFollows() {
    assertThat(Paging.nextCursor(List.of(1, 2, 3), 2, String::valueOf)).isEqualTo("2");
    assertThat(Paging.nextCursor(List.of(1, 2), 2, String::valueOf)).isNull();
    assertThat(Paging.page(List.of(1, 2, 3), 2)).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 201})
  void anImpossibleLimitIsRefused(int limit) {
    assertThatIllegalArgumentException().isThrownBy(() -> Paging.requireLimit(limit));
  }
}
