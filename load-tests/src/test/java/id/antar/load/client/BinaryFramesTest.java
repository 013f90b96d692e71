package id.antar.load.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.load.client.BinaryFrames.BinaryFrame.Position;
import id.antar.load.client.BinaryFrames.BinaryFrame.Positions;
import id.antar.load.client.BinaryFrames.Courier;
import id.antar.load.client.BinaryFrames.Place;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinaryFramesTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String AT = HexFormat.of().toHexDigits(NOON.toEpochMilli());

  @Test
  void anOrdersPosition() {
    var frame =
        BinaryFrames.read(bytes("01 026f31 05636172 6c6f", AT, "07 029b4450 ff8ec7a0 40 0b ac02"));

    assertThat(frame)
        .contains(new Position("o1", "carlo", NOON, new Place(43.73, -7.42, 90.0, 5.5, true, 300)));
  }

  @Test
  void whatChangedInACell() {
    var frame =
        BinaryFrames.read(
            bytes(
                "02 088396904c7fffff",
                AT,
                "03",
                "01 08 027261 029b4450 00713ae0 00",
                "ac02 00 029b4450 00713ae0 7f",
                "05 10"));

    assertThat(frame)
        .contains(
            new Positions(
                false,
                0x88396904c7fffffL,
                NOON,
                List.of(
                    new Courier(1, "ra", new Place(43.73, 7.42064, null, null, false, 0)),
                    new Courier(300, null, new Place(43.73, 7.42064, null, null, false, 127))),
                List.of(5)));
  }

  @Test
  void aWholeZoneWithNobodyInIt() {
    assertThat(BinaryFrames.read(bytes("03 0000000000000000", AT, "00")))
        .contains(new Positions(true, 0, NOON, List.of(), List.of()));
  }

  @Test
  void aKindFromTheFutureIsLeftAside() {
    assertThat(BinaryFrames.read(bytes("09 00"))).isEmpty();
  }

  @Test
  void aFrameThatIsCutOffIsRefused() {
    assertThatThrownBy(() -> BinaryFrames.read(bytes("02 08839690")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> BinaryFrames.read(bytes("03 0000000000000000", AT, "ffffffffffffffffffff")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ByteBuffer bytes(String... parts) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(String.join("", parts).replace(" ", "")));
  }
}
