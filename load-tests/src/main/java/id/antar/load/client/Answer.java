package id.antar.load.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What the engine said. A refusal is an answer like any other.
///
/// @param retryAfter when to come back, if it says so
public record Answer(int status, String body, @Nullable Duration retryAfter) {

  public boolean ok() {
    return status / 100 == 2;
  }

  public <T> T as(Class<T> type) {
    return Json.read(body, type);
  }

  /// The problem's code, or an empty string.
  public String code() {
    return problem().code() instanceof String code ? code : "";
  }

  public boolean isProblem(String code) {
    return !ok() && code().equals(code);
  }

  /// For people.
  @Override
  public String toString() {
    Problem problem = problem();
    return problem.code() == null
        ? status + " " + body.substring(0, Math.min(body.length(), 200))
        : status + " " + problem.code() + ": " + problem.detail();
  }

  private Problem problem() {
    if (ok()) {
      return Problem.NONE;
    }
    try {
      return as(Problem.class);
    } catch (JacksonException _) {
      return Problem.NONE;
    }
  }

  private record Problem(@Nullable String code, @Nullable String detail) {
    static final Problem NONE = new Problem(null, null);
  }
}
