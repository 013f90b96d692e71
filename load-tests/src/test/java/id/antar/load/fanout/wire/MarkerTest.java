package id.antar.load.fanout.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkerTest {

  private static final String MESSAGE =
      "42[{\"speed\":8.0,\"sequence\":1795000000000123,\"age\":0}]";

  @Test
  void theNumberIsFoundInWhateverSurroundsIt() {
    assertThat(read(MESSAGE, 0)).isEqualTo(1795000000000123L);
  }

  @Test
  void aHintMayBeRightOrWrong() {
    int right = MESSAGE.indexOf("179");
    assertThat(read(MESSAGE, right)).isEqualTo(1795000000000123L);
    for (int hint = -5; hint < MESSAGE.length() + 20; hint++) {
      assertThat(read(MESSAGE, hint)).isEqualTo(1795000000000123L);
    }
  }

  @Test
  void aMessageWithoutItHasNone() {
    assertThat(find("{\"type\":\"eta\",\"sequences\":1}", 0)).isEqualTo(-1);
    assertThat(find("", 0)).isEqualTo(-1);
    assertThat(find("\"sequence\"", 0)).isEqualTo(-1);
  }

  @Test
  void whatLiesBehindTheMessageIsNotRead() {
    ByteBuffer bytes = bytes("{}" + MESSAGE);
    assertThat(Marker.find(bytes, 0, 2, 0)).isEqualTo(-1);
  }

  private static long read(String text, int hint) {
    ByteBuffer bytes = bytes(text);
    int at = Marker.find(bytes, 0, text.length(), hint);
    return Marker.number(bytes, at, text.length());
  }

  private static int find(String text, int hint) {
    return Marker.find(bytes(text), 0, text.length(), hint);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.allocateDirect(text.length() + 64)
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .clear();
  }
}
