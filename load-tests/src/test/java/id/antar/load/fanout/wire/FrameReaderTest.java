package id.antar.load.fanout.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

  private final List<String> heard = new ArrayList<>();

  @Test
  void framesAreFoundWhereverTheStreamIsCut() {
    byte[] stream =
        joined(
            frame("a"), frame("b".repeat(125)), frame("c".repeat(126)), frame("d".repeat(70_000)));
    for (int cut : new int[] {1, 2, 3, 4, 5, 130, 131, 132, 258, 260, 265, 300, 50_000}) {
      heard.clear();
      read(stream, cut);
      assertThat(heard)
          .as("cut every %d bytes", cut)
          .containsExactly(
              "1:a", "1:" + "b".repeat(125), "1:" + "c".repeat(126), "1:" + "d".repeat(70_000));
    }
  }

  @Test
  void anEmptyFrameIsAFrame() {
    read(frame(""), 1);
    assertThat(heard).containsExactly("1:");
  }

  @Test
  void theOpcodeIsTold() {
    read(new byte[] {(byte) 0x88, 2, 3, (byte) 0xE8}, 3);
    assertThat(heard).hasSize(1).first().asString().startsWith("8:");
  }

  /// As a line does it: what is incomplete is kept and put in front of what comes next.
  private void read(byte[] stream, int pieces) {
    ByteBuffer in = ByteBuffer.allocateDirect(1 << 17);
    byte[] carried = new byte[0];
    for (int at = 0; at < stream.length; at += pieces) {
      in.clear().put(carried).put(stream, at, Math.min(pieces, stream.length - at)).flip();
      FrameReader.read(
          in, (opcode, bytes, from, to) -> heard.add(opcode + ":" + text(bytes, from, to)));
      carried = new byte[in.remaining()];
      in.get(carried);
    }
    assertThat(carried).isEmpty();
  }

  private static String text(ByteBuffer bytes, int from, int to) {
    byte[] text = new byte[to - from];
    bytes.get(from, text);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static byte[] frame(String text) {
    ByteBuffer frame = ByteBuffer.allocate(text.length() + 10).put((byte) 0x81);
    if (text.length() < 126) {
      frame.put((byte) text.length());
    } else if (text.length() <= 0xFFFF) {
      frame.put((byte) 126).putShort((short) text.length());
    } else {
      frame.put((byte) 127).putLong(text.length());
    }
    frame.put(text.getBytes(StandardCharsets.ISO_8859_1)).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(1 << 17);
    for (byte[] part : parts) {
      all.put(part);
    }
    byte[] bytes = new byte[all.flip().remaining()];
    all.get(bytes);
    return bytes;
  }
}
