package id.antar.load.fanout.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinaryFramesTest {

  private final List<String> seen = new ArrayList<>();

  @Test
  void everyKindOfRecordIsRead() {
    ByteBuffer frame =
        ByteBuffer.allocate(200)
            .put((byte) 2)
            .putLong(0x8a1fb46622dffffL)
            .putLong(1_795_000_000_000L)
            .put((byte) 4);
    frame.put((byte) 7).put((byte) 0).putInt(43_738_412).putInt(-7_424_608).put((byte) 5);
    frame.put((byte) 0xAC).put((byte) 2).put((byte) (1 | 2 | 8)).put((byte) 4);
    frame.put("kurt".getBytes(StandardCharsets.US_ASCII));
    frame.putInt(1).putInt(2).put((byte) 64).put((byte) 16).put((byte) 0xE8).put((byte) 7);
    frame.put((byte) 8).put((byte) 16);
    frame
        .put((byte) 9)
        .put((byte) (16 | 8))
        .put((byte) 3)
        .put("bob".getBytes(StandardCharsets.US_ASCII));

    assertThat(read(frame)).isEqualTo(2);
    assertThat(seen)
        .containsExactly("7 at 43738412,-7424608 of 1794999999995", "300 at 1,2 of 1794999999000");
  }

  @Test
  void aWholeCellIsReadLikeAChange() {
    ByteBuffer frame = ByteBuffer.allocate(40).put((byte) 3).putLong(0).putLong(1000).put((byte) 1);
    assertThat(read(frame.put((byte) 1).put((byte) 0).putInt(1).putInt(2).put((byte) 9)))
        .isEqualTo(1);
    assertThat(seen).containsExactly("1 at 1,2 of 991");
  }

  @Test
  void whatIsNoFrameOfPositionsIsNone() {
    assertThat(read(ByteBuffer.allocate(8).put("{\"type\"}".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(-1);
    assertThat(read(ByteBuffer.allocate(1))).isEqualTo(-1);
  }

  private int read(ByteBuffer frame) {
    return BinaryFrames.read(
        frame,
        0,
        frame.position(),
        (number, latitude, longitude, fixMillis) ->
            seen.add(number + " at " + latitude + "," + longitude + " of " + fixMillis));
  }
}
