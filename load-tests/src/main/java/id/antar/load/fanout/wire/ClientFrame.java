package id.antar.load.fanout.wire;

import java.nio.ByteBuffer;

/// A frame as clients must send it: masked. The mask is zero, so that the bytes stay what they are.
final class ClientFrame {

  private static final int WHOLE = 0x80;
  private static final int MASKED = 0x80;

  private ClientFrame() {}

  /// Writes it to `out`, ready to be read from there.
  static ByteBuffer of(int opcode, byte[] bytes, int from, int length, ByteBuffer out) {
    out.clear().put((byte) (WHOLE | opcode));
    if (length < 126) {
      out.put((byte) (MASKED | length));
    } else if (length <= 0xFFFF) {
      out.put((byte) (MASKED | 126)).putShort((short) length);
    } else {
      throw new IllegalArgumentException("A frame of " + length + " bytes is too long to be sent.");
    }
    return out.putInt(0).put(bytes, from, length).flip();
  }
}
