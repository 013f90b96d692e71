package id.antar.gateway.stream.fact;

import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts how clients go on after a break.
final class Resumes {

  private final MeterRegistry meters;
  private final Counter fromLog;
  private final Counter fromStore;
  private final Counter replayed;

  Resumes(MeterRegistry meters) {
    this.meters = meters;
    this.fromLog = resumed("log");
    this.fromStore = resumed("store");
    this.replayed =
        Counter.builder("antar.stream.replayed")
            .description("Facts that were sent again to those who had missed them")
            .register(meters);
  }

  private Counter resumed(String source) {
    return Counter.builder("antar.stream.resumed")
        .description("Subscriptions that went on where they were, by where the facts came from")
        .tag("source", source)
        .register(meters);
  }

  void resumed(boolean withStore) {
    (withStore ? fromStore : fromLog).increment();
  }

  void replayed(int facts) {
    replayed.increment(facts);
  }

  /// A cursor that nobody can go on from.
  ProblemException refuse(int status, String code, String detail) {
    Counter.builder("antar.stream.cursors.refused")
        .description("Cursors that nobody can go on from")
        .tag("code", code)
        .register(meters)
        .increment();
    return Problem.of(status, code, detail).asException();
  }
}
