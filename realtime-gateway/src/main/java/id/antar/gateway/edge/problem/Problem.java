package id.antar.gateway.edge.problem;

import id.antar.api.message.Rejection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is told to a client whose request was not done, in the terms of RFC 9457.
///
/// @param code stable, in kebab case; the last part of the problem's `type`
/// @param errors the fields at fault, if it is about fields
/// @param members what the body says beyond that, by name
/// @param headers what the answer has to say beyond its body
public record Problem(
    int status,
    String code,
    String detail,
    List<FieldError> errors,
    Map<String, Object> members,
    Map<String, String> headers) {

  /// One field and what is wrong with it.
  public record FieldError(String field, String message) {}

  public Problem {
    errors = List.copyOf(errors);
    members = Map.copyOf(members);
    headers = Map.copyOf(headers);
  }

  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), Map.of(), Map.of());
  }

  /// A value that is well-formed and never possible.
  public static Problem invalid(String code, String field, String message) {
    return of(422, code, message).at(field, message);
  }

  public static Problem notFound(String kind, Object id) {
    return of(404, "unknown-" + kind, "There is no " + kind + " " + id + ".");
  }

  public static Problem forbidden(String detail) {
    return of(403, "forbidden", detail);
  }

  public static Problem of(Rejection rejection) {
    Problem plain =
        new Problem(
            statusOf(rejection.kind()),
            rejection.code(),
            rejection.detail(),
            List.of(),
            rejection.members(),
            Map.of());
    Problem problem = rejection.findWait().map(plain::retryAfter).orElse(plain);
    if (problem.status() == 401) {
      return problem.withHeader("WWW-Authenticate", "Bearer realm=\"antar\"");
    }
    return rejection.field().isEmpty()
        ? problem
        : problem.at(rejection.field(), rejection.detail());
  }

  private static int statusOf(Rejection.Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> 404;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case CONFLICT -> 409;
      case INVALID -> 422;
      case TOO_MUCH -> 429;
    };
  }

  public Problem at(String field, String message) {
    return with(List.of(new FieldError(field, message)));
  }

  public Problem with(List<FieldError> fieldErrors) {
    return new Problem(status, code, detail, fieldErrors, members, headers);
  }

  public Problem withHeader(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(status, code, detail, errors, members, all);
  }

  public Problem retryAfter(Duration wait) {
    return withHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
  }

  public String title() {
    String words = code.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  public ProblemException asException() {
    return new ProblemException(this);
  }
}
