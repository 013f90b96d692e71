package id.antar.infra.position;

import static id.antar.infra.position.Fixes.fix;
import static id.antar.infra.position.Fixes.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.position.Gathered.Put;
import org.junit.jupiter.api.Test;

class GatheredTest {
  private final Gathered gathered = new Gathered(3);

  @Test
  void ofEachCourierTheLatestGoesInTheTurnOfTheirFirst() {
    assertThat(gathered.put(fix("c1", 1))).isEqualTo(Put.FIRST);
    assertThat(gathered.put(fix("c2", 10))).isEqualTo(Put.NEXT);
    assertThat(gathered.put(fix("c1", 2))).isEqualTo(Put.NEXT);

    assertThat(sequences(gathered.take(100))).containsExactly(2L, 10L);
    assertThat(gathered.take(100)).isEmpty();
  }

  @Test
  void whatIsLeftGoesBeforeWhatComes() {
    gathered.put(fix("c1", 1));
    gathered.put(fix("c2", 2));
    assertThat(sequences(gathered.take(1))).containsExactly(1L);
    gathered.put(fix("c1", 3));

    assertThat(sequences(gathered.take(100))).containsExactly(2L, 3L);
  }

  @Test
  void ofTooManyTheNewOnesAreRefusedAndTheOthersStillRenewed() {
    gathered.put(fix("c1", 1));
    gathered.put(fix("c2", 2));
    gathered.put(fix("c3", 3));

    assertThat(gathered.put(fix("c4", 4))).isEqualTo(Put.REFUSED);
    assertThat(gathered.put(fix("c2", 5))).isEqualTo(Put.NEXT);
    assertThat(sequences(gathered.take(100))).containsExactly(1L, 5L, 3L);
  }

  @Test
  void whatIsDroppedIsCountedAndTheNextIsTheFirst() {
    gathered.put(fix("c1", 1));
    gathered.put(fix("c2", 2));

    assertThat(gathered.drop()).isEqualTo(2);
    assertThat(gathered.put(fix("c1", 3))).isEqualTo(Put.FIRST);
  }
}
