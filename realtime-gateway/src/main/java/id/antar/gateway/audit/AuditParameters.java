package id.antar.gateway.audit;

import id.antar.api.audit.AuditQuery.AuditFilter;
import id.antar.api.audit.AuditQuery.Outcome;
import id.antar.api.message.Actor;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is looked for in the audit log, as the address says it.
///
/// @param from the first moment of recording
/// @param to the moment before which it was recorded
record AuditParameters(
    @Nullable String actor,
    @Nullable String role,
    @Nullable String event,
    @Nullable String operation,
    @Nullable String kind,
    @Nullable String id,
    @Nullable String outcome,
    @Nullable String from,
    @Nullable String to,
    @Nullable String requestId,
    @Nullable String clientAddress) {

  private static final Duration LONGEST_EXPORT = Duration.ofDays(31);

  AuditFilter filter() {
    return new AuditFilter(
        Asked.value("actor", actor, Actor::parse),
        Asked.value("role", role, text -> Actor.Role.valueOf(upper(text))),
        Asked.value("event", event, Function.identity()),
        Asked.value("operation", operation, Function.identity()),
        Asked.value("kind", kind, Function.identity()),
        Asked.value("id", id, Function.identity()),
        Asked.value("outcome", outcome, text -> Outcome.valueOf(upper(text))),
        Asked.instant("from", from),
        Asked.instant("to", to),
        Asked.value("requestId", requestId, Function.identity()));
  }

  /// For an export, which needs a window.
  AuditFilter window() {
    AuditFilter filter = filter();
    Instant first = required("from", filter.from());
    Instant end = required("to", filter.to());
    if (Duration.between(first, end).compareTo(LONGEST_EXPORT) > 0) {
      String message = "from and to are more than " + LONGEST_EXPORT.toDays() + " days apart.";
      throw Problem.invalid("window-too-large", "to", message).asException();
    }
    return filter;
  }

  /// What is remembered of the look. Whose an address is, is not known here, so it is left out.
  String told() {
    return Stream.of(
            told("actor", actor),
            told("role", role),
            told("event", event),
            told("operation", operation),
            told("kind", kind),
            told("id", id),
            told("outcome", outcome),
            told("from", from),
            told("to", to),
            told("requestId", requestId),
            clientAddress == null ? "" : "clientAddress")
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String told(String name, @Nullable String value) {
    return value == null ? "" : name + "=" + value;
  }

  private static Instant required(String name, @Nullable Instant value) {
    if (value == null) {
      String message = "The parameter " + name + " is missing.";
      throw Problem.of(400, "missing-field", message).at(name, message).asException();
    }
    return value;
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
