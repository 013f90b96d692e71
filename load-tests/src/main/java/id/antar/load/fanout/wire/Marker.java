package id.antar.load.fanout.wire;

import java.nio.ByteBuffer;

/// The number after `"sequence":` in a message, in whatever protocol: when it was sent.
public final class Marker {

  private static final long HEAD = 0x22_73_65_71_75_65_6E_63L; // "sequenc
  private static final int TAIL = 0x65_22_3A; // e":
  private static final int BYTES = 11;

  private Marker() {}

  /// Where the number begins, or -1.
  ///
  /// @param hint where it may begin: where it did in the last message
  public static int find(ByteBuffer bytes, int from, int to, int hint) {
    if (hint - BYTES >= from && hint < to && isAt(bytes, hint - BYTES)) {
      return hint;
    }
    for (int at = from; at + BYTES < to; at++) {
      if (isAt(bytes, at)) {
        return at + BYTES;
      }
    }
    return -1;
  }

  public static long number(ByteBuffer bytes, int at, int to) {
    long number = 0;
    for (int i = at; i < to; i++) {
      int digit = bytes.get(i) - '0';
      if (digit < 0 || digit > 9) {
        return number;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static boolean isAt(ByteBuffer bytes, int at) {
    return bytes.getLong(at) == HEAD
        && (bytes.getShort(at + 8) & 0xFFFF) == TAIL >>> 8
        && bytes.get(at + 10) == (byte) TAIL;
  }
}
