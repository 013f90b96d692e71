package id.antar.query.board;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

final class MemoryFrames implements BoardFrames {

  private final NavigableMap<Long, Frame> frames = new TreeMap<>();

  @Override
  public Optional<Frame> lastUpTo(long position, int revision) {
    return frames.headMap(position, true).descendingMap().values().stream()
        .filter(frame -> frame.revision() == revision)
        .findFirst();
  }

  @Override
  public void save(Frame frame) {
    frames.putIfAbsent(frame.position(), frame);
  }

  @Override
  public void dropFrom(long position) {
    frames.tailMap(position, true).clear();
  }

  @Override
  public void drop(Frame frame) {
    frames.remove(frame.position());
  }

  @Override
  public void dropAllBut(int revision) {
    frames.values().removeIf(frame -> frame.revision() != revision);
  }

  @Override
  public void thin(Instant before, long apart) {}

  int size() {
    return frames.size();
  }

  void clear() {
    frames.clear();
  }

  NavigableMap<Long, Frame> all() {
    return frames;
  }
}
