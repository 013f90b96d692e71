package id.antar.infra.audit;

import id.antar.api.audit.AuditEvent;
import id.antar.api.audit.AuditEvent.AccessRefused;
import id.antar.api.audit.AuditEvent.AuditRead;
import id.antar.api.audit.AuditEvent.CommandRefused;
import id.antar.api.audit.AuditEvent.RefusalsCounted;
import id.antar.api.audit.AuditEvent.RefusalsLost;
import id.antar.api.audit.AuditEvent.TokenIssued;
import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A refusal, and what is to be stored beside it.
record Noted(AuditEvent event, Map<String, ?> metaData) {

  /// Who or what it comes from: an actor at an address, or an address alone.
  record Source(Object actor, Object address) {}

  boolean isOfStranger() {
    return (event instanceof AccessRefused refused && refused.stranger() != null)
        || Actor.DOOR.toString().equals(metaData.get(MetaKeys.ACTOR));
  }

  Source source() {
    return event instanceof AccessRefused(_, _, _, _, var stranger, _, _) && stranger != null
        ? new Source("", stranger)
        : new Source(
            Objects.requireNonNullElse(metaData.get(MetaKeys.ACTOR), ""),
            Objects.requireNonNullElse(metaData.get(MetaKeys.CLIENT_ADDRESS), ""));
  }

  /// What two that are the same have in common.
  List<Object> likeness() {
    return switch (event) {
      case CommandRefused e -> Arrays.asList(e.command(), e.kind(), e.id(), e.code());
      case AccessRefused e -> Arrays.asList(e.method(), e.route(), e.status(), e.code());
      case RefusalsCounted e -> List.of(e.source());
      case RefusalsLost _, AuditRead _, TokenIssued _ -> throw isNone(event);
    };
  }

  Noted times(long count) {
    AuditEvent counted =
        switch (event) {
          case CommandRefused e -> e.withTimes(count);
          case AccessRefused e -> e.withTimes(count);
          case RefusalsCounted e -> e.withTimes(count);
          case RefusalsLost _, AuditRead _, TokenIssued _ -> throw isNone(event);
        };
    return new Noted(counted, metaData);
  }

  private static IllegalArgumentException isNone(AuditEvent event) {
    return new IllegalArgumentException(event + " is not a refusal.");
  }
}
