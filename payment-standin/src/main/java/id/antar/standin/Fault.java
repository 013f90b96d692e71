package id.antar.standin;

import java.time.Duration;

/// What can go wrong with one call.
public sealed interface Fault {

  /// It is done, and answered after a while.
  record Slow(Duration delay) implements Fault {}

  /// It is taken on, and done and answered after a while.
  record Queued(Duration delay) implements Fault {}

  /// It is not done, and answered so.
  record Refused(int status) implements Fault {}

  /// It is done, and the connection breaks before the answer.
  record Lost() implements Fault {}

  /// It is done, and answered as if the server had failed.
  record DoneAndFailed(int status) implements Fault {}
}
