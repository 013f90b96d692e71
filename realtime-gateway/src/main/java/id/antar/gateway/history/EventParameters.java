package id.antar.gateway.history;

import id.antar.api.account.Permission;
import id.antar.api.history.EventFamilies;
import id.antar.api.history.EventFilter;
import id.antar.api.history.EventFilter.Window;
import id.antar.api.message.Actor;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Asked;
import id.antar.gateway.edge.request.Caller;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which events are wanted, as an address or a request says it.
///
/// @param type one name, or several with commas
/// @param after a position of the log
record EventParameters(
    @Nullable String type,
    @Nullable String kind,
    @Nullable String id,
    @Nullable String actor,
    @Nullable String happenedFrom,
    @Nullable String happenedTo,
    @Nullable String recordedFrom,
    @Nullable String recordedTo,
    @Nullable String correlationId,
    @Nullable String requestId,
    @Nullable String after) {

  private static final int MOST_TYPES = 20;

  EventFilter filter(Caller caller) {
    return new EventFilter(
        types(caller),
        hidden(caller),
        Asked.value("kind", kind, Function.identity()),
        Asked.value("id", id, Function.identity()),
        Asked.value("actor", actor, Actor::parse),
        window("happened", happenedFrom, happenedTo),
        window("recorded", recordedFrom, recordedTo),
        Asked.value("correlationId", correlationId, Function.identity()),
        Asked.value("requestId", requestId, Function.identity()),
        Asked.position("after", after));
  }

  /// One that goes on as long as there are events.
  EventFilter openEnded(Caller caller) {
    if (happenedTo != null || recordedTo != null) {
      String message = "What is followed has no end: leave happenedTo and recordedTo out.";
      throw Problem.invalid("invalid-value", "follow", message).asException();
    }
    return filter(caller);
  }

  private static List<String> hidden(Caller caller) {
    return caller.may(Permission.AUDIT_READ) ? List.of() : EventFamilies.guardedTypes();
  }

  private List<String> types(Caller caller) {
    List<String> names =
        type == null ? List.of() : Arrays.stream(type.split(",", -1)).distinct().toList();
    if (names.size() > MOST_TYPES) {
      throw Problem.invalid("invalid-value", "type", "There are more than 20 types.").asException();
    }
    names.forEach(name -> Asked.value("type", name, EventParameters::known));
    if (names.stream().anyMatch(hidden(caller)::contains)) {
      throw Problem.forbidden("Such events are for who may read the audit log.").asException();
    }
    return names;
  }

  private static String known(String name) {
    return EventFamilies.find(name)
        .map(Class::getSimpleName)
        .orElseThrow(
            () -> new IllegalArgumentException("There are no events of type " + name + "."));
  }

  private static Window window(String name, @Nullable String from, @Nullable String to) {
    Instant first = Asked.instant(name + "From", from);
    Instant end = Asked.instant(name + "To", to);
    if (first != null && end != null && end.isBefore(first)) {
      String message = name + "To is before " + name + "From.";
      throw Problem.invalid("invalid-value", name + "To", message).asException();
    }
    return new Window(first, end);
  }

  /// What is remembered of a look.
  String told() {
    var given = new TreeMap<String, @Nullable String>();
    given.put("type", type);
    given.put("kind", kind);
    given.put("id", id);
    given.put("actor", actor);
    given.put("happenedFrom", happenedFrom);
    given.put("happenedTo", happenedTo);
    given.put("recordedFrom", recordedFrom);
    given.put("recordedTo", recordedTo);
    given.put("correlationId", correlationId);
    given.put("requestId", requestId);
    given.put("after", after);
    return given.entrySet().stream()
        .filter(it -> Objects.nonNull(it.getValue()))
        .map(Map.Entry::toString)
        .collect(Collectors.joining(" "));
  }
}
