package id.antar.load.fanout.wire;

import java.nio.ByteBuffer;

/// Who is at the near end of a line. Called on its loop's thread; must not wait for anything.
public interface LineListener {

  /// No WebSocket came about, or it broke without a close frame.
  int BROKEN = 1006;

  void opened(Line line);

  /// A text or binary frame: the buffer's bytes from `from` to before `to`, during the call.
  void frame(Line line, ByteBuffer bytes, int from, int to, long nowMicros);

  /// @param code the close frame's, or [#BROKEN]
  void closed(Line line, int code, String reason);
}
