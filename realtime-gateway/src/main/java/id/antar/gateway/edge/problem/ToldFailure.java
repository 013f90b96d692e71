package id.antar.gateway.edge.problem;

import id.antar.api.message.Failure;
import java.util.Optional;
import org.axonframework.messaging.HandlerExecutionException;

/// What another process has told of why it could not handle a message.
public final class ToldFailure {

  private ToldFailure() {}

  /// Empty for what went wrong in this process.
  public static Optional<Failure> find(Throwable failure) {
    return HandlerExecutionException.<Object>resolveDetails(failure)
        .filter(Failure.class::isInstance)
        .map(Failure.class::cast);
  }
}
