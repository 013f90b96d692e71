package id.antar.infra.chain;

import id.antar.api.ops.LogCheckpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The checkpoints of the database, of the file beside it and of whoever asks, as far as they are
/// what was signed.
final class Marks {
  private static final int PAGE = 1_000;

  private final Map<Long, LogCheckpoint> stored = new HashMap<>();
  private final List<Mark> marks = new ArrayList<>();
  private final TrustedKeys keys;
  private final Findings findings;

  Marks(TrustedKeys keys, Findings findings) {
    this.keys = keys;
    this.findings = findings;
  }

  /// None may be missing: they count from 1.
  void addStored(ReadLog log) {
    long last = 0;
    for (var page = log.checkpoints(last, PAGE); !page.isEmpty(); ) {
      for (LogCheckpoint checkpoint : page) {
        if (checkpoint.number() != last + 1) {
          findings.add("Checkpoint " + (last + 1) + " is missing in the database.");
        }
        last = checkpoint.number();
        add(checkpoint, "in the database").ifPresent(it -> stored.put(it.number(), it));
      }
      page = log.checkpoints(last, PAGE);
    }
  }

  void addFiled(List<LogCheckpoint> filed) {
    for (LogCheckpoint checkpoint : filed) {
      if (!checkpoint.equals(stored.get(checkpoint.number()))) {
        add(checkpoint, "in the work folder")
            .ifPresent(it ->
                findings.add(
                    "Checkpoint " + it.number() + " in the work folder is not in the database."));
      }
    }
  }

  /// Whoever kept them elsewhere answers for them; no key is asked for.
  void addKnown(List<LogCheckpoint> known) {
    known.forEach(it -> marks.add(Mark.keptElsewhere(it)));
  }

  private Optional<LogCheckpoint> add(LogCheckpoint checkpoint, String where) {
    Optional<String> complaint = keys.complaint(checkpoint);
    complaint.ifPresent(
        it -> findings.add("Checkpoint " + checkpoint.number() + " " + where + " " + it + "."));
    if (complaint.isEmpty()) {
      marks.add(Mark.of(checkpoint, where));
    }
    return complaint.isEmpty() ? Optional.of(checkpoint) : Optional.empty();
  }

  Optional<LogCheckpoint> find(long number) {
    return Optional.ofNullable(stored.get(number));
  }

  /// The latest that counts.
  Optional<LogCheckpoint> last() {
    return stored.values().stream().max(Comparator.comparingLong(LogCheckpoint::number));
  }

  int count() {
    return marks.size();
  }

  /// Those behind a position, in order.
  List<Mark> after(long position) {
    return marks.stream()
        .filter(mark -> mark.position() > position)
        .sorted(Comparator.comparingLong(Mark::position))
        .toList();
  }
}
