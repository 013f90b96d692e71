package id.antar.infra.chain;

import id.antar.api.ops.LogCheckpoint;
import java.util.List;

/// The log as it is stored, with what guards it.
interface ReadLog {

  /// The chain's end as it is written down, and how many events are in it.
  ChainEnd end();

  /// The position of the last event, 0 before the first.
  long head();

  /// The next events in the order of their positions.
  List<RawEvent> events(long after, int limit);

  List<Link> links(long after, int limit);

  /// In the order of their numbers.
  List<LogCheckpoint> checkpoints(long afterNumber, int limit);

  record ChainEnd(Link link, long events) {}
}
