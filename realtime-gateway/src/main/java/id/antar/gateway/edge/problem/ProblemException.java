package id.antar.gateway.edge.problem;

import java.util.Objects;

/// Carries a [Problem] up a reactive chain to the place where it is written.
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return Objects.requireNonNull(problem);
  }
}
