package id.antar.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.query.search.IndexRecord.Found;
import org.junit.jupiter.api.Test;

class IndexRecordTest {

  private static final Mapping MAPPING = new Mapping("antar-things", 2, "id", "{}");
  private static final IndexRecord KNOWN = new IndexRecord("uuid-1", 90, null, 70, false);

  @Test
  void anIndexAsItWasLeftIsWhole() {
    assertThat(IndexRecord.fault(found("uuid-1", 2, 70), KNOWN, MAPPING)).isEmpty();
  }

  @Test
  void oneThatIsNotThereIsMadeAnew() {
    assertThat(IndexRecord.fault(null, KNOWN, MAPPING)).contains("is not there");
    assertThat(IndexRecord.fault(null, null, MAPPING)).contains("is not there");
  }

  @Test
  void oneThatSomebodyElseMadeIsNotTrusted() {
    assertThat(IndexRecord.fault(found("uuid-2", 2, 70), KNOWN, MAPPING)).isPresent();
    assertThat(IndexRecord.fault(found("uuid-1", 2, 70), null, MAPPING)).isPresent();
  }

  @Test
  void oneOfAnOlderVersionIsMadeAnewAndOneOfANewerIsLeft() {
    assertThat(IndexRecord.fault(found("uuid-1", 1, 70), KNOWN, MAPPING))
        .contains("is of version 1, not 2");
    assertThat(IndexRecord.fault(found("uuid-1", 3, 70), KNOWN, MAPPING)).isEmpty();
  }

  @Test
  void oneThatWasPutBackInTimeIsNoticed() {
    assertThat(IndexRecord.fault(found("uuid-1", 2, 69), KNOWN, MAPPING))
        .contains("has lost what it had at event 70");
  }

  @Test
  void oneThatIsAheadOfARestoredDatabaseIsNoticed() {
    assertThat(IndexRecord.fault(found("uuid-1", 2, 91), KNOWN, MAPPING)).isPresent();
    assertThat(IndexRecord.fault(found("uuid-1", 2, 90), KNOWN, MAPPING)).isEmpty();
  }

  private static Found found(String uuid, long version, long marked) {
    return new Found("antar-things-v2-abc", uuid, version, marked);
  }
}
