package id.antar.infra.chain;

import id.antar.api.ops.LogCheckpoint;
import id.antar.infra.chain.ReadLog.ChainEnd;
import id.antar.query.log.Settling;
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
  private final Settling settling;
  private final Instant began;
  private long inFile;

  ChainFollower(
      ChainTable table,
      Settling settling,
      TransactionOperations transactions,
      SigningKey key,
      CheckpointFile file,
      ChainProperties properties,
      InstantSource realTime) {
    this.table = table;
    this.settling = settling;
    this.transactions = transactions;
    this.key = key;
    this.file = file;
    this.properties = properties;
    this.realTime = realTime;
    this.began = realTime.instant();
    this.inFile = file.lastNumber();
  }

  /// Goes on until it has come to the end, or somebody else is at it.
  void followToEnd() {
    while (!Thread.currentThread().isInterrupted() && follow() == BATCH) {
      fileCheckpoints();
    }
    fileCheckpoints();
  }

  /// What is settled is asked before the events are read: then nothing can have come between.
  private int follow() {
    long settledTo = settling.upTo(table.end().link().index(), BATCH);
    return Objects.requireNonNull(
        transactions.execute(_ -> table.takeEnd().map(end -> follow(end, settledTo)).orElse(0)));
  }

  private int follow(ChainEnd end, long settledTo) {
    List<Link> links = new ArrayList<>();
    Link last = end.link();
    for (RawEvent event : table.events(last.index(), BATCH)) {
      if (event.index() > settledTo) {
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

  private void checkpointIfDue(ChainEnd end) {
    Optional<LogCheckpoint> last = table.lastCheckpoint();
    Instant since = last.map(LogCheckpoint::madeAt).orElse(began);
    boolean late = since.plus(properties.checkpointAfter()).isBefore(realTime.instant());
    checkpoint(end, last, late ? 1 : properties.checkpointEvents());
  }

  /// For a while in which nobody follows.
  void signEnd() {
    transactions.executeWithoutResult(
        _ -> table.takeEnd().ifPresent(end -> checkpoint(end, table.lastCheckpoint(), 1)));
    fileCheckpoints();
  }

  private void checkpoint(ChainEnd end, Optional<LogCheckpoint> last, long leastNews) {
    if (end.events() - last.map(LogCheckpoint::events).orElse(0L) >= leastNews) {
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
