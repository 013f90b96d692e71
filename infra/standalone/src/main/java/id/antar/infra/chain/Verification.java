package id.antar.infra.chain;

import id.antar.api.ops.JobProgress;
import id.antar.api.ops.LogCheckpoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Reads the log and says what is not as it was chained: the first place first.
final class Verification {
  private static final int PAGE = 2_000;

  private final ReadLog log;
  private final TrustedKeys keys;
  private final List<LogCheckpoint> filed;

  /// @param filed the checkpoints of the file in the work folder, read before anything else
  Verification(ReadLog log, TrustedKeys keys, List<LogCheckpoint> filed) {
    this.log = log;
    this.keys = keys;
    this.filed = filed;
  }

  /// @param since a checkpoint's number: what it covers is trusted; 0 reads everything
  void run(long since, List<LogCheckpoint> known, JobProgress progress) {
    var findings = new Findings(progress);
    var marks = new Marks(keys, findings);
    marks.addStored(log);
    marks.addFiled(filed);
    marks.addKnown(known);
    Optional<LogCheckpoint> start = start(since, known, marks);
    if (since > 0 && start.isEmpty()) {
      findings.add("There is no checkpoint " + since + " that could be trusted.");
      return;
    }
    Link from =
        start
            .map(it -> Mark.of(it, ""))
            .map(it -> new Link(it.position(), it.hash()))
            .orElse(Link.START);
    long before = start.map(LogCheckpoint::events).orElse(0L);
    var walk = new LogWalk(from, before, marks.after(from.index()), findings);
    read(from, before, walk, progress);
    if (findings.isEmpty()) {
      marks.last().ifPresent(it -> progress.summary(describe(marks, it)));
    }
    findings.end();
  }

  private static Optional<LogCheckpoint> start(long since, List<LogCheckpoint> known, Marks marks) {
    return known.stream()
        .filter(it -> it.number() == since)
        .findFirst()
        .or(() -> marks.find(since));
  }

  private void read(Link from, long before, LogWalk walk, JobProgress progress) {
    long began = System.nanoTime();
    ReadLog.ChainEnd end = log.end();
    progress.total(Math.max(0, end.events() - before));
    long to = end.link().index();
    var events = new Pages<>(from.index(), to, after -> log.events(after, PAGE), RawEvent::index);
    var links = new Pages<>(from.index(), to, after -> log.links(after, PAGE), Link::index);
    for (long next = next(events, links); next <= to; next = next(events, links)) {
      step(events.take(next), links.take(next), walk);
      progress.advance(1);
    }
    walk.end(end);
    findLeftOver(to, walk);
    progress.summary(describe(from, walk, before, (System.nanoTime() - began) / 1e9));
  }

  /// Links are written together with the end, so one that was read is not behind an end that is
  /// read after it.
  private void findLeftOver(long end, LogWalk walk) {
    log.links(end, 1).stream()
        .filter(link -> link.index() > log.end().link().index())
        .forEach(link -> walk.endIsSetBack(end, link));
  }

  private static long next(Pages<?> events, Pages<?> links) {
    return Math.min(events.peek(), links.peek());
  }

  private static void step(@Nullable RawEvent event, @Nullable Link link, LogWalk walk) {
    if (event == null && link != null) {
      walk.eventIsMissing(link);
    } else if (event != null && link == null) {
      walk.linkIsMissing(event);
    } else if (event != null && link != null) {
      walk.both(event, link);
    }
  }

  private String describe(Link from, LogWalk walk, long before, double seconds) {
    long read = walk.links() - before;
    return String.format(
        Locale.ROOT,
        "%d events read, from position %d to %d, in %.1f s, %d events/s; the log's last position is"
            + " %d",
        read,
        from.index() + 1,
        walk.last().index(),
        seconds,
        Math.round(read / Math.max(seconds, 1e-3)),
        log.head());
  }

  private static String describe(Marks marks, LogCheckpoint last) {
    return "%d checkpoints; keep the last one elsewhere: %s"
        .formatted(marks.count(), CheckpointText.write(last));
  }

  /// What is stored in the order of positions, up to one.
  private static final class Pages<T> {
    private final long to;
    private final LongFunction<List<T>> read;
    private final ToLongFunction<T> index;
    private final Deque<T> page = new ArrayDeque<>();
    private long last;
    private boolean atEnd;

    Pages(long from, long to, LongFunction<List<T>> read, ToLongFunction<T> index) {
      this.last = from;
      this.to = to;
      this.read = read;
      this.index = index;
    }

    /// The next position; beyond all if there is none.
    long peek() {
      if (page.isEmpty() && !atEnd) {
        List<T> next = read.apply(last);
        page.addAll(next);
        atEnd = next.size() < PAGE;
        last = next.isEmpty() ? last : index.applyAsLong(next.getLast());
      }
      T first = page.peekFirst();
      long at = first == null ? Long.MAX_VALUE : index.applyAsLong(first);
      return at > to ? Long.MAX_VALUE : at;
    }

    @Nullable T take(long position) {
      return peek() == position ? page.removeFirst() : null;
    }
  }
}
