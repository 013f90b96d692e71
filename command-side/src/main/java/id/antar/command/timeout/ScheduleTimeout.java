package id.antar.command.timeout;

import java.time.Instant;

/// Sends a command when its time has come, once the transaction at hand is through, also after a
/// restart, and again until it has been answered.
public interface ScheduleTimeout {

  /// A second call with the same id changes nothing.
  ///
  /// @param timeoutId up to 200 characters
  /// @param dueAt by the engine's clock; in the past means at once
  /// @param command a record that survives storage as JSON: a command of the vocabulary, or one of
  ///   the asking of the payment gateway
  void schedule(String timeoutId, Instant dueAt, Object command);

  /// Nothing is sent any more, unless it is being sent or was.
  void cancel(String timeoutId);
}
