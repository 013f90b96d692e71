package id.antar.infra.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which parts of which backups make the engine of a moment.
///
/// The events come from the first backup that goes on beyond the moment, up to it. The state comes
/// from the last backup before it: what processors have done since is done again, from the events,
/// which they withstand as they do after a crash. Keys come from the newest backup of all, so that
/// who was forgotten later stays forgotten.
///
/// @param log a full backup and what was added to it, in order
/// @param state of which the state is
/// @param views the full backup before it
/// @param keysLog the newest one, of which the keys are, and the log that it goes on from
record RestorePlan(List<Manifest> log, Manifest state, Manifest views, List<Manifest> keysLog) {
  RestorePlan {
    log = List.copyOf(log);
    keysLog = List.copyOf(keysLog);
  }

  Manifest keys() {
    return keysLog.getLast();
  }

  /// Up to where. With neither, everything.
  ///
  /// @param until as events are recorded, in the engine's time
  record Moment(Optional<Long> position, Optional<Instant> until) {
    static final Moment LATEST = new Moment(Optional.empty(), Optional.empty());

    boolean isBefore(Manifest backup) {
      Instant last = backup.log().lastRecordedAt();
      return position.map(it -> backup.log().head() > it).orElse(false)
          || until.map(it -> last != null && last.isAfter(it)).orElse(false);
    }
  }

  /// @param all the oldest first
  static RestorePlan of(List<Manifest> all, Moment moment) {
    if (all.isEmpty()) {
      throw new BackupBroken("There is no backup there.");
    }
    Manifest state =
        last(all, it -> !moment.isBefore(it))
            .orElseThrow(() ->
                new BackupBroken(
                    "The oldest backup, %s, is of a later moment than the one that is wanted: what processors had done by then is not known."
                        .formatted(all.getFirst().backup())));
    List<Manifest> later = all.subList(all.indexOf(state) + 1, all.size());
    Manifest end = end(state, later, moment);
    moment
        .position()
        .filter(it -> it > end.log().head())
        .ifPresent(it -> {
          throw new BackupBroken(
              "The backups end with event %d, before %d.".formatted(end.log().head(), it));
        });
    return new RestorePlan(
        chain(all, end), state, chain(all, state).getFirst(), chain(all, all.getLast()));
  }

  /// Events of one schema do not go into the tables of another. The end of a backup can be had
  /// without the one after it.
  private static Manifest end(Manifest state, List<Manifest> later, Moment moment) {
    if (later.isEmpty()) {
      return state;
    }
    Manifest next = later.getFirst();
    if (next.schema().equals(state.schema())) {
      return next;
    }
    if (moment.position().filter(it -> it == state.log().head()).isPresent()) {
      return state;
    }
    throw new BackupBroken(
        "The moment lies between %s with the schema %s and %s with %s: the engine was updated there. Maybe take the end of the former: --position %d."
            .formatted(
                state.backup(), state.schema(), next.backup(), next.schema(), state.log().head()));
  }

  private static Optional<Manifest> last(List<Manifest> all, Predicate<Manifest> wanted) {
    return all.reversed().stream().filter(wanted).findFirst();
  }

  /// A full backup, and those that go on from it up to the end.
  static List<Manifest> chain(List<Manifest> all, Manifest end) {
    var chain = new ArrayList<>(List.of(end));
    while (!chain.getFirst().isFull()) {
      String previous = String.valueOf(chain.getFirst().previous());
      chain.addFirst(
          all.stream()
              .filter(it -> it.backup().equals(previous))
              .findFirst()
              .orElseThrow(() ->
                  new BackupBroken(
                      "The backup %s goes on from %s, which is missing."
                          .formatted(end.backup(), previous))));
    }
    return chain;
  }

  /// Of a backup in [#log], events behind this position are taken from the next one.
  long endIn(Manifest member) {
    return member.equals(log.getLast()) ? Long.MAX_VALUE : member.log().settled();
  }
}
