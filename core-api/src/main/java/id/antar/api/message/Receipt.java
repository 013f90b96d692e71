package id.antar.api.message;

/// What a command is answered with. A refusal is an answer, not an exception; an exception means
/// that the engine could not decide.
public sealed interface Receipt {

  /// The command holds, either through new events or because it had been satisfied before.
  record Accepted() implements Receipt {}

  /// A rule forbids the command; nothing was changed.
  record Rejected(Rejection reason) implements Receipt {}

  static Receipt accepted() {
    return new Accepted();
  }

  static Receipt rejected(Rejection reason) {
    return new Rejected(reason);
  }
}
