package id.antar.load.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TillTest {

  private static final String EMPTY = "{\"balances\":[],\"sums\":[]}";

  @Test
  void whatCameIsInTheBooks() {
    assertThat(till(books(1200, 0)).against(till(EMPTY), 1200).holds()).isTrue();
    assertThat(till(books(2400, 0)).against(till(books(1200, 0)), 1200).holds()).isTrue();
  }

  @Test
  void booksThatAreEmptyShortOrCrookedDoNotHold() {
    assertThat(till(EMPTY).against(till(EMPTY), 1200).holds()).isFalse();
    assertThat(till("{}").against(till(EMPTY), 0).holds()).isFalse();
    assertThat(till(books(1199, 0)).against(till(EMPTY), 1200).holds()).isFalse();
    assertThat(till(books(1200, 1)).against(till(EMPTY), 1200).holds()).isFalse();
  }

  private static Till till(String trialBalance) {
    return Till.of(new JsonMapper().readTree(trialBalance), "EUR");
  }

  private static String books(long held, long off) {
    return """
    {"balances":[{"kind":"gateway","balance":{"minor":%d,"currency":"EUR"},"lines":1},
                 {"kind":"gateway","balance":{"minor":7,"currency":"IDR"},"lines":1},
                 {"kind":"customer","balance":{"minor":%d,"currency":"EUR"},"lines":1}],
     "sums":[{"minor":%d,"currency":"EUR"}]}
    """
        .formatted(held, -held, off);
  }
}
