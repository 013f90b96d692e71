package id.antar.infra.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.ops.LogCheckpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A log in which a test can alter whatever it likes. Position 4 is a gap.
final class InMemoryLog implements ReadLog {
  static final long GAP = 4;
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  final NavigableMap<Long, RawEvent> events = new TreeMap<>();
  final NavigableMap<Long, Link> links = new TreeMap<>();
  final NavigableMap<Long, LogCheckpoint> checkpoints = new TreeMap<>();
  final SigningKey key = SigningKey.random();
  ChainEnd end = new ChainEnd(Link.START, 0);

  /// @param checkpointEvery so many events
  static InMemoryLog chained(int last, int checkpointEvery) {
    var log = new InMemoryLog();
    for (long index = 1; index <= last; index++) {
      if (index != GAP) {
        log.events.put(index, event(index));
      }
    }
    log.chain(checkpointEvery, log.key);
    return log;
  }

  /// Makes the chain and its checkpoints anew from the events that there are.
  void chain(int checkpointEvery, SigningKey by) {
    links.clear();
    checkpoints.clear();
    end = new ChainEnd(Link.START, 0);
    for (RawEvent event : events.values()) {
      var link = new Link(event.index(), event.chainedTo(end.link().hash()));
      links.put(link.index(), link);
      end = new ChainEnd(link, end.events() + 1);
      if (end.events() % checkpointEvery == 0) {
        checkpoints.put(checkpoints.size() + 1L, sign(checkpoints.size() + 1L, by));
      }
    }
  }

  private LogCheckpoint sign(long number, SigningKey by) {
    long position = end.link().index();
    String hash = HexFormat.of().formatHex(end.link().hash());
    String text = LogCheckpoint.signed(number, position, end.events(), hash, NOON);
    return new LogCheckpoint(number, position, end.events(), hash, NOON, by.id(), by.sign(text));
  }

  static RawEvent event(long index) {
    List<byte @Nullable []> values = new ArrayList<>();
    for (String value : List.of("id-" + index, "Order", "order:" + index % 3, "a.B$OrderPlaced")) {
      values.add(value.getBytes(UTF_8));
    }
    values.add(index % 2 == 0 ? null : "2".getBytes(UTF_8));
    values.add("2026-11-21T12:00:00Z".getBytes(UTF_8));
    values.add("{\"n\":%d}".formatted(index).getBytes(UTF_8));
    values.add("{}".getBytes(UTF_8));
    return new RawEvent(index, index / 3, values);
  }

  TrustedKeys keys() {
    return new TrustedKeys(List.of(key.publicKey()));
  }

  /// The same event with another value in one column.
  static RawEvent with(RawEvent event, int column, byte @Nullable [] value) {
    List<byte @Nullable []> values = new ArrayList<>(event.values());
    values.set(column, value);
    return new RawEvent(event.index(), event.sequence(), values);
  }

  static byte[] flipped(byte[] value, int at, int bit) {
    byte[] other = Arrays.copyOf(value, value.length);
    other[at] ^= (byte) (1 << bit);
    return other;
  }

  @Override
  public ChainEnd end() {
    return end;
  }

  @Override
  public long head() {
    return events.isEmpty() ? 0 : events.lastKey();
  }

  @Override
  public List<RawEvent> events(long after, int limit) {
    return events.tailMap(after, false).values().stream().limit(limit).toList();
  }

  @Override
  public List<Link> links(long after, int limit) {
    return links.tailMap(after, false).values().stream().limit(limit).toList();
  }

  @Override
  public List<LogCheckpoint> checkpoints(long afterNumber, int limit) {
    return checkpoints.tailMap(afterNumber, false).values().stream().limit(limit).toList();
  }
}
