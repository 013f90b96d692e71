package id.antar.query.audit;

import id.antar.api.audit.AuditEvent;
import id.antar.api.audit.AuditEvent.AccessRefused;
import id.antar.api.audit.AuditEvent.AuditRead;
import id.antar.api.audit.AuditEvent.CommandRefused;
import id.antar.api.audit.AuditEvent.RefusalsCounted;
import id.antar.api.audit.AuditEvent.RefusalsLost;
import id.antar.api.audit.AuditEvent.TokenIssued;
import id.antar.api.audit.AuditQuery.Outcome;
import id.antar.api.message.Actor;
import id.antar.query.audit.AuditRow.What;
import id.antar.query.history.Told;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One row per event, of whatever type: what is new in the vocabulary is in the audit log by
/// itself.
final class AuditFold implements Fold<AuditRow> {

  /// Rows are made and never changed, so there is nothing that they are looked up by.
  private static final List<String> NO_ROW = List.of("");

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Class<AuditRow> stateType() {
    return AuditRow.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(Object.class);
  }

  @Override
  public boolean isAppendOnly() {
    return true;
  }

  @Override
  public Collection<String> keys(Object event) {
    return NO_ROW;
  }

  @Override
  public String rowKey(String key, Recorded recorded) {
    return recorded.eventId();
  }

  @Override
  public AuditRow evolve(String key, @Nullable AuditRow before, Recorded recorded) {
    Object event = recorded.event();
    String type = event.getClass().getSimpleName();
    return new AuditRow(
        recorded.eventId(),
        recorded.source(),
        recorded.sequence(),
        recorded.recordedAt(),
        Told.occurredAt(event).orElse(recorded.recordedAt()),
        actor(event, recorded.actor()),
        recorded.requestId(),
        recorded.correlationId(),
        type,
        event instanceof AuditEvent e ? what(e) : changed(type, recorded.source()));
  }

  @Override
  public Object view(AuditRow state) {
    return state;
  }

  private static What what(AuditEvent event) {
    return switch (event) {
      case CommandRefused e ->
          new What(e.command(), e.kind(), e.id(), Outcome.REFUSED, e.code(), e.detail(), e.times());
      case AccessRefused e -> refused(e.method() + " " + e.route(), e.code(), e.times());
      case RefusalsCounted e -> refused("RefusalsCounted", lower(e.source()), e.times());
      case RefusalsLost e -> refused("RefusalsLost", "lost", e.times());
      case AuditRead e ->
          new What("AuditRead", "audit", lower(e.look()), Outcome.READ, null, e.filter(), 1);
      case TokenIssued e ->
          new What(
              "TokenIssued",
              lower(e.to().role()),
              e.to().id(),
              Outcome.CHANGED,
              null,
              e.scope().toString(),
              1);
    };
  }

  private static What refused(String operation, String code, long times) {
    return new What(operation, null, null, Outcome.REFUSED, code, null, times);
  }

  /// An aggregate's name is its kind and its id.
  private static What changed(String type, String source) {
    int colon = source.indexOf(':');
    return colon < 0
        ? What.changed(type, null, null)
        : What.changed(type, source.substring(0, colon), source.substring(colon + 1));
  }

  /// Where no actor is recorded it was the engine itself, unless it was refused.
  private static @Nullable String actor(Object event, String recorded) {
    boolean refused = event instanceof AccessRefused || event instanceof RefusalsCounted;
    return refused && recorded.equals(Actor.SYSTEM.toString()) ? null : recorded;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
