package id.antar.load.fanout;

import id.antar.load.fanout.crowd.Crowd;
import id.antar.load.fanout.wire.Line;
import java.util.List;

/// A server that takes part in a comparison.
interface Contestant extends AutoCloseable {

  String name();

  long pid();

  /// Its clients; those who publish are connected.
  Crowd crowd();

  /// Connects so many who follow, or who watch.
  List<Line> open(int sockets) throws InterruptedException;

  /// The opposite.
  void part(List<Line> lines);

  @Override
  void close();
}
