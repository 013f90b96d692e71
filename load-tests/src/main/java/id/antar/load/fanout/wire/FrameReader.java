package id.antar.load.fanout.wire;

import java.nio.ByteBuffer;

/// Finds WebSocket frames in a stream of bytes, as servers send them: not masked. A fragment of a
/// message counts as a frame; none of the servers makes any.
final class FrameReader {

  private static final int TWO_BYTES_OF_LENGTH = 126;
  private static final int LENGTH = 0x7F;
  private static final int OPCODE = 0x0F;

  /// The bytes are the buffer's from `from` to before `to`, and only during the call.
  interface Sink {
    void frame(int opcode, ByteBuffer bytes, int from, int to);
  }

  private FrameReader() {}

  /// Hands over every whole frame; the position is then where the first incomplete one begins.
  static void read(ByteBuffer in, Sink sink) {
    while (in.remaining() >= 2) {
      int start = in.position();
      int head = headBytes(in, start);
      if (in.remaining() < head) {
        return;
      }
      long end = start + head + length(in, start);
      if (end > in.limit()) {
        requireRoom(in, end - start);
        return;
      }
      in.position((int) end);
      sink.frame(in.get(start) & OPCODE, in, start + head, (int) end);
    }
  }

  private static int headBytes(ByteBuffer in, int start) {
    int length = in.get(start + 1) & LENGTH;
    if (length < TWO_BYTES_OF_LENGTH) {
      return 2;
    }
    return length == TWO_BYTES_OF_LENGTH ? 4 : 10;
  }

  private static long length(ByteBuffer in, int start) {
    return switch (headBytes(in, start)) {
      case 2 -> in.get(start + 1) & LENGTH;
      case 4 -> in.getShort(start + 2) & 0xFFFF;
      default -> in.getLong(start + 2);
    };
  }

  private static void requireRoom(ByteBuffer in, long bytes) {
    if (bytes > in.capacity()) {
      throw new IllegalStateException(
          "A frame of " + bytes + " bytes is larger than the buffer of " + in.capacity() + ".");
    }
  }
}
