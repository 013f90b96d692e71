package id.antar.infra.cluster;

import id.antar.api.message.Failure;
import id.antar.api.message.Failure.Kind;
import org.jspecify.annotations.Nullable;

/// What may be said of a request that has had no answer.
public final class Unanswered {

  private Unanswered() {}

  static Failure of(@Nullable Throwable failure) {
    return failure instanceof Cluster.NotSent ? notSent() : late();
  }

  public static Failure notSent() {
    return new Failure(Kind.DOWN, "A part of the engine cannot be reached.");
  }

  /// It may have been done.
  public static Failure late() {
    return new Failure(Kind.LATE, "No answer came in time.");
  }

  /// What came too late to be begun.
  public static Failure tooLate() {
    return new Failure(Kind.DOWN, "A part of the engine was asked too late.");
  }

  /// Of a version that knows more, perhaps.
  public static Failure notUnderstood() {
    return new Failure(Kind.DOWN, "A part of the engine does not understand the request.");
  }

  /// It was carried out or refused, and who asks again elsewhere is told which.
  public static Failure unread() {
    return new Failure(Kind.LATE, "The answer is of a later version.");
  }

  public static Failure bug() {
    return new Failure(Kind.BUG, "Something went wrong in the engine.");
  }
}
