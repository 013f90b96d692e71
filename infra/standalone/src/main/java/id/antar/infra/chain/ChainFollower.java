package id.antar.infra.chain;

import id.antar.api.ops.LogCheckpoint;
import id.antar.infra.chain.ReadLog.ChainEnd;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/// Chains what has been committed, in the order of positions, behind whoever appends it. Engines on
/// one database take turns: each holds the chain's end while it goes on.
final class ChainFollower {
  private static final int BATCH = 1_000;

  private final ChainTable table;
  private final TransactionOperations transactions;
  private final SigningKey key;
  private final CheckpointFile file;
  private final ChainProperties properties;
  private final InstantSource realTime;
  private final Settled settled = new Settled();
  private long inFile;

  ChainFollower(
      ChainTable table,
      TransactionOperations transactions,
      SigningKey key,
      CheckpointFile file,
      ChainProperties properties,
      InstantSource realTime) {
    this.table = table;
    this.transactions = transactions;
    this.key = key;
    this.file = file;
    this.properties = properties;
    this.realTime = realTime;
    this.inFile = file.lastNumber();
  }

  /// Goes on until it has come to the end, or somebody else is at it.
  void followToEnd() {
    while (!Thread.currentThread().isInterrupted() && follow() == BATCH) {
      fileCheckpoints();
    }
    fileCheckpoints();
  }

  private int follow() {
    return Objects.requireNonNull(
        transactions.execute(_ -> table.takeEnd().map(this::follow).orElse(0)));
  }

  /// What is settled is asked before the events are read: then nothing can have come between.
  private int follow(ChainEnd end) {
    long settledTo = settledTo(end);
    List<Link> links = new ArrayList<>();
    Link last = end.link();
    for (RawEvent event : table.events(last.index(), BATCH)) {
      if (event.index() > last.index() + 1 && event.index() > settledTo) {
        break;
      }
      last = new Link(event.index(), event.chainedTo(last.hash()));
      links.add(last);
    }
    var next = new ChainEnd(last, end.events() + links.size());
    if (!links.isEmpty()) {
      table.append(links, next);
    }
    checkpointIfDue(next);
    return links.size();
  }

  private long settledTo(ChainEnd end) {
    long head = table.head();
    return head == end.link().index()
        ? head
        : settled.see(head, table.now(), table.oldestTransaction().orElse(Instant.MIN));
  }

  private void checkpointIfDue(ChainEnd end) {
    Optional<LogCheckpoint> last = table.lastCheckpoint();
    long news = end.events() - last.map(LogCheckpoint::events).orElse(0L);
    boolean late =
        last.map(it -> it.madeAt().plus(properties.checkpointAfter()).isBefore(realTime.instant()))
            .orElse(true);
    if (news >= properties.checkpointEvents() || (news > 0 && late)) {
      table.add(sign(end, last.map(LogCheckpoint::number).orElse(0L) + 1));
    }
  }

  private LogCheckpoint sign(ChainEnd end, long number) {
    var madeAt = realTime.instant().truncatedTo(ChronoUnit.MILLIS);
    String hash = HexFormat.of().formatHex(end.link().hash());
    long position = end.link().index();
    String text = LogCheckpoint.signed(number, position, end.events(), hash, madeAt);
    return new LogCheckpoint(
        number, position, end.events(), hash, madeAt, key.id(), key.sign(text));
  }

  /// Those that other engines made, too.
  private void fileCheckpoints() {
    for (var next = next(); !next.isEmpty(); next = next()) {
      file.append(next);
      inFile = next.getLast().number();
    }
  }

  private List<LogCheckpoint> next() {
    return table.checkpoints(inFile, BATCH);
  }
}
