package id.antar.gateway.audit;

import id.antar.api.audit.AuditQuery.AuditEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Entries as lines of comma-separated values (RFC 4180).
final class AuditLines {

  static final String HEADER =
      "eventId,position,recordedAt,occurredAt,actor,requestId,clientAddress,userAgent,event,"
          + "operation,kind,id,outcome,code,detail,times\r\n";

  private static final String FORMULA = "=+-@\t\r";

  private AuditLines() {}

  static String of(List<AuditEntry> entries) {
    return entries.stream().map(AuditLines::of).collect(Collectors.joining());
  }

  private static String of(AuditEntry e) {
    return Stream.of(
                e.eventId(),
                Long.toString(e.position()),
                e.recordedAt().toString(),
                e.occurredAt().toString(),
                text(e.actor()),
                text(e.requestId()),
                text(e.clientAddress()),
                text(e.userAgent()),
                e.event(),
                e.operation(),
                text(e.kind()),
                text(e.id()),
                e.outcome().name().toLowerCase(Locale.ROOT),
                text(e.code()),
                text(e.detail()),
                Long.toString(e.times()))
            .map(AuditLines::quoted)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /// A spreadsheet would run what looks like a formula.
  private static String quoted(String value) {
    boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
