package id.antar.gateway.stream.hub;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A line that can be blocked, and remembers what was written and how often it was flushed.
public final class RecordingLine implements Line {

  private final List<Frame> frames = Collections.synchronizedList(new ArrayList<>());
  private int room = Integer.MAX_VALUE;
  private int flushes;

  public static RecordingLine blocked() {
    var line = new RecordingLine();
    line.room = 0;
    return line;
  }

  /// So many more frames may be written.
  public void makeRoom(int frames) {
    room = frames;
  }

  /// Grows as more is written.
  public List<String> texts() {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return frames.get(index).text();
      }

      @Override
      public int size() {
        return frames.size();
      }
    };
  }

  /// What was written since the last time.
  public List<Frame> take() {
    List<Frame> taken = List.copyOf(frames);
    frames.clear();
    return taken;
  }

  /// A frame's bytes for who prefers them, without the header of a short WebSocket message.
  public static byte[] binary(Frame frame) {
    byte[] message = frame.message(true);
    return Arrays.copyOfRange(message, message[1] == 126 ? 4 : 2, message.length);
  }

  int flushes() {
    return flushes;
  }

  @Override
  public boolean isWritable() {
    return room > 0;
  }

  @Override
  public void write(Frame frame) {
    room--;
    frames.add(frame);
  }

  @Override
  public void flush() {
    flushes++;
  }
}
