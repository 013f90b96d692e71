package id.antar.load.fanout.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactLedgerTest {

  private static final int ADA = 0;
  private static final int BOB = 1;

  private final FactLedger ledger = new FactLedger();

  @BeforeEach
  void twoFollowAnOrder() {
    ledger.follows(ADA, "o");
    ledger.follows(BOB, "o");
    ledger.begins(ADA, 10);
    ledger.begins(BOB, 10);
  }

  @Test
  void onceToEachIsExact() {
    happens("12:00");
    ledger.heard(ADA, "o", 11, "12:00");
    ledger.heard(BOB, "o", 11, "12:00");
    assertThat(ledger.count()).isEqualTo(new FactLedger.Count(1, 2, 2, 0, 0));
    assertThat(ledger.count().isExact()).isTrue();
  }

  @Test
  void whatDoesNotReachSomebodyIsMissing() {
    happens("12:00");
    ledger.heard(ADA, "o", 11, "12:00");
    assertThat(ledger.count().missing()).isEqualTo(1);
  }

  @Test
  void theSameFactAgainIsDoubledEvenWithAnotherCursor() {
    happens("12:00");
    ledger.heard(ADA, "o", 11, "12:00");
    ledger.heard(BOB, "o", 11, "12:00");
    ledger.heard(BOB, "o", 12, "12:00");
    assertThat(ledger.count().doubled()).isEqualTo(1);
    assertThat(ledger.count().isExact()).isFalse();
  }

  @Test
  void aCursorThatGoesBackIsDoubledWhateverItTells() {
    ledger.heard(ADA, "o", 11, "");
    ledger.heard(ADA, "o", 10, "");
    assertThat(ledger.count().doubled()).isEqualTo(1);
  }

  @Test
  void whatArrivesBeforeItsAnswerIsNotMissing() {
    ledger.announce("o", "12:00");
    ledger.heard(ADA, "o", 11, "12:00");
    ledger.heard(BOB, "o", 11, "12:00");
    ledger.happened("o", "12:00");
    assertThat(ledger.count().missing()).isZero();
  }

  @Test
  void whatWasRefusedIsNotExpected() {
    ledger.announce("o", "12:00");
    assertThat(ledger.count()).isEqualTo(new FactLedger.Count(0, 0, 0, 0, 0));
  }

  @Test
  void whoWasClosedIsExcused() {
    happens("12:00");
    ledger.heard(ADA, "o", 11, "12:00");
    ledger.excuse(BOB);
    assertThat(ledger.count()).isEqualTo(new FactLedger.Count(1, 1, 1, 0, 0));
  }

  private void happens(String mark) {
    ledger.announce("o", mark);
    ledger.happened("o", mark);
  }
}
