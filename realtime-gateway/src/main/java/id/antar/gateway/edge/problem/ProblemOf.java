package id.antar.gateway.edge.problem;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.PayloadTooLargeException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;

/// The one place that says which problem a failure is.
public final class ProblemOf {

  private static final Duration SOON = Duration.ofSeconds(1);

  private ProblemOf() {}

  public static Problem failure(Throwable failure) {
    return switch (failure) {
      case ProblemException e -> e.problem();
      case ServerWebInputException e -> input(e);
      case UnsupportedMediaTypeStatusException e -> mediaType(e.getSupportedMediaTypes());
      case MethodNotAllowedException e -> method(e);
      case NotAcceptableStatusException e ->
          Problem.of(406, "not-acceptable", "Possible are: " + e.getSupportedMediaTypes() + ".");
      case ContentTooLargeException _, PayloadTooLargeException _, DataBufferLimitException _ ->
          tooLarge();
      case ResponseStatusException e -> status(e);
      default -> outage(failure);
    };
  }

  public static Problem tooLarge() {
    return Problem.of(413, "body-too-large", "The request's body is too large.");
  }

  private static Problem outage(Throwable failure) {
    return Outages.isWithoutSearch(failure)
        ? Problem.of(
                503, "search-unavailable", "The search does not answer; everything else goes on.")
            .retryAfter(SOON)
        : Outages.isOutage(failure) ? unavailable() : internal();
  }

  private static Problem unavailable() {
    return Problem.of(
            503,
            "unavailable",
            "A part of the engine does not answer. Trying again with the same idempotency key is"
                + " safe.")
        .retryAfter(SOON);
  }

  private static Problem internal() {
    return Problem.of(500, "internal-error", "Something went wrong on our side.");
  }

  private static Problem input(ServerWebInputException e) {
    if (e instanceof MissingRequestValueException missing) {
      String message = "The " + missing.getLabel() + " " + missing.getName() + " is missing.";
      return Problem.of(400, "missing-field", message).at(missing.getName(), message);
    }
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof JacksonException json) {
        return JsonProblem.of(json);
      }
      if (cause instanceof DataBufferLimitException) {
        return tooLarge();
      }
      if (cause instanceof TypeMismatchException mismatch) {
        return mismatch(nameOf(e.getMethodParameter()), mismatch);
      }
    }
    return Problem.of(400, "unreadable-request", sentence(e.getReason()));
  }

  private static Problem mismatch(String field, TypeMismatchException e) {
    String message = "The value of " + field + " is not possible.";
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException && cause.getCause() == null) {
        message = sentence(cause.getMessage());
      }
    }
    return Problem.of(400, "wrong-type", message).at(field, message);
  }

  private static String nameOf(@Nullable MethodParameter parameter) {
    String name = parameter == null ? null : parameter.getParameterName();
    return name == null ? "parameter" : name;
  }

  private static Problem mediaType(List<MediaType> possible) {
    return Problem.of(415, "unsupported-media-type", "The body has to be application/json.")
        .withHeader(
            "Accept",
            possible.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : MediaType.toString(possible));
  }

  private static Problem method(MethodNotAllowedException e) {
    String allowed =
        e.getSupportedMethods().stream().map(Object::toString).collect(Collectors.joining(", "));
    return Problem.of(405, "method-not-allowed", e.getHttpMethod() + " is not possible here.")
        .withHeader("Allow", allowed);
  }

  private static Problem status(ResponseStatusException e) {
    int status = e.getStatusCode().value();
    return switch (status) {
      case 404 -> Problem.of(404, "no-such-route", "There is nothing at this address.");
      case 413 -> tooLarge();
      case 415 -> mediaType(List.of());
      case 503 -> unavailable();
      default ->
          status >= 500 ? internal() : Problem.of(status, "bad-request", sentence(e.getReason()));
    };
  }

  private static String sentence(@Nullable String text) {
    return text == null || text.isBlank() ? "The request cannot be understood." : text;
  }
}
