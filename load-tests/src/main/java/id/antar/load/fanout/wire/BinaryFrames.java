package id.antar.load.fanout.wire;

import java.nio.ByteBuffer;

/// Reads the binary `positions` of the subprotocol `antar.v1.binary`, as far as it takes to count
/// them and to know how old they are.
public final class BinaryFrames {

  private static final int CHANGED = 2;
  private static final int WHOLE = 3;
  private static final int HAS_HEADING = 1;
  private static final int HAS_SPEED = 2;
  private static final int HAS_NAME = 8;
  private static final int IS_GONE = 16;

  /// What is told of each courier who is there.
  public interface Reader {
    /// @param fixMillis when the fix was made, by the phone's clock, in milliseconds since 1970
    void position(long number, int latitude, int longitude, long fixMillis);
  }

  private BinaryFrames() {}

  /// @return how many couriers are there; -1 if it is no frame of positions
  public static int read(ByteBuffer bytes, int from, int to, Reader reader) {
    ByteBuffer in = bytes.duplicate().position(from).limit(to);
    int type = in.hasRemaining() ? in.get() : 0;
    if (type != CHANGED && type != WHOLE) {
      return -1;
    }
    in.getLong(); // the cell
    long time = in.getLong();
    long records = varint(in);
    int there = 0;
    for (long i = 0; i < records; i++) {
      there += record(in, time, reader) ? 1 : 0;
    }
    return there;
  }

  private static boolean record(ByteBuffer in, long time, Reader reader) {
    long number = varint(in);
    int flags = in.get();
    if ((flags & HAS_NAME) != 0) {
      int length = in.get() & 0xFF;
      in.position(in.position() + length);
    }
    if ((flags & IS_GONE) != 0) {
      return false;
    }
    int latitude = in.getInt();
    int longitude = in.getInt();
    int skipped = ((flags & HAS_HEADING) != 0 ? 1 : 0) + ((flags & HAS_SPEED) != 0 ? 1 : 0);
    in.position(in.position() + skipped);
    reader.position(number, latitude, longitude, time - varint(in));
    return true;
  }

  static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalStateException("A varint of more than 64 bits.");
  }
}
