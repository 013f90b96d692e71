package id.antar.gateway.stream.hub;

import java.util.ArrayList;
import java.util.List;

/// A line that can be blocked, and remembers what was written and how often it was flushed.
public final class RecordingLine implements Line {

  /// Does at once what it is given.
  public static final Loop LOOP =
      new Loop() {
        @Override
        public void execute(Runnable task) {
          task.run();
        }

        @Override
        public void executeSoon(Runnable task) {
          task.run();
        }
      };

  private final List<String> texts = new ArrayList<>();
  private int room = Integer.MAX_VALUE;
  private int flushes;

  static RecordingLine blocked() {
    var line = new RecordingLine();
    line.room = 0;
    return line;
  }

  /// So many more frames may be written.
  void makeRoom(int frames) {
    room = frames;
  }

  public List<String> texts() {
    return texts;
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
    texts.add(frame.text());
  }

  @Override
  public void flush() {
    flushes++;
  }
}
