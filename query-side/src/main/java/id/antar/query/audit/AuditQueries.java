package id.antar.query.audit;

import id.antar.api.audit.AuditQuery.AuditDetail;
import id.antar.api.audit.AuditQuery.AuditEntry;
import id.antar.api.audit.AuditQuery.AuditFilter;
import id.antar.api.audit.AuditQuery.AuditPage;
import id.antar.api.audit.AuditQuery.GetAuditEntry;
import id.antar.api.audit.AuditQuery.ListAudit;
import id.antar.api.history.EventFilter.Window;
import id.antar.query.history.EventArchive;
import id.antar.query.history.EventArchive.Origin;
import id.antar.query.history.EventIndex.Range;
import id.antar.query.projection.Column;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/// Answers from the rows, and with what only the events know.
final class AuditQueries {

  /// So many entries are looked at for a page of those from one address.
  private static final int LOOKED_AT = 1_000;

  private final Table<AuditRow> rows;
  private final AuditIndex index;
  private final EventArchive archive;
  private final BeforeAndAfter changes;
  private final Executor readers;

  AuditQueries(
      Table<AuditRow> rows, EventArchive archive, BeforeAndAfter changes, Executor readers) {
    this.rows = rows;
    this.index = new AuditIndex(rows);
    this.archive = archive;
    this.changes = changes;
    this.readers = readers;
  }

  @QueryHandler
  CompletableFuture<AuditPage> list(ListAudit query) {
    int limit = Paging.requireLimit(query.limit());
    String address = query.clientAddress();
    int most = address == null ? limit : LOOKED_AT;
    return index
        .recorded(new Window(query.filter().from(), query.filter().to()))
        .thenApply(range -> AuditSearch.before(query.cursor(), range))
        .thenCompose(range -> find(query.filter(), range, most + 1))
        .thenApplyAsync(
            found -> address == null ? page(found, limit) : from(address, found, limit), readers);
  }

  private CompletableFuture<List<AuditRow>> find(AuditFilter filter, Range range, int limit) {
    AuditSearch search = new AuditSearch(filter, range);
    return rows.list(search.condition(), search.values(), AuditSearch.ORDER, limit);
  }

  @QueryHandler
  CompletableFuture<@Nullable AuditDetail> get(GetAuditEntry query) {
    return rows.find(query.eventId()).thenApplyAsync(this::detail, readers);
  }

  private AuditPage page(List<AuditRow> found, int limit) {
    List<AuditRow> page = Paging.page(found, limit);
    Map<String, Origin> origins = origins(page);
    return new AuditPage(
        page.stream().map(row -> row.entry(origin(row, origins))).toList(),
        Paging.nextCursor(found, limit, row -> cursor(row, origins)));
  }

  private static String cursor(AuditRow row, Map<String, Origin> origins) {
    return AuditSearch.cursor(origin(row, origins).position());
  }

  /// Ends where the page is full, or where enough was looked at.
  private AuditPage from(String address, List<AuditRow> found, int limit) {
    List<AuditRow> looked = Paging.page(found, LOOKED_AT);
    Map<String, Origin> origins = origins(looked);
    List<AuditEntry> entries = new ArrayList<>();
    for (AuditRow row : looked) {
      Origin origin = origin(row, origins);
      if (origin.isFrom(address)) {
        entries.add(row.entry(origin));
        if (entries.size() == limit) {
          return new AuditPage(entries, AuditSearch.cursor(origin.position()));
        }
      }
    }
    return new AuditPage(entries, Paging.nextCursor(found, LOOKED_AT, row -> cursor(row, origins)));
  }

  private @Nullable AuditDetail detail(Optional<AuditRow> found) {
    return found.map(this::detail).orElse(null);
  }

  private AuditDetail detail(AuditRow row) {
    Origin origin = origin(row, origins(List.of(row)));
    var difference =
        changes.of(
            row.what().kind(), row.what().id(), archive.history(row.source(), row.sequence()));
    return new AuditDetail(
        row.entry(origin),
        origin.causationId(),
        origin.correlationId(),
        difference.basis(),
        difference.changes());
  }

  private Map<String, Origin> origins(List<AuditRow> found) {
    return archive.origins(found.stream().map(AuditRow::eventId).toList());
  }

  private static Origin origin(AuditRow row, Map<String, Origin> origins) {
    return Objects.requireNonNull(origins.get(row.eventId()), row.eventId());
  }

  static List<Column<AuditRow>> columns() {
    return List.of(
        Column.position("position", AuditRow::eventId),
        Column.at("recorded_at", AuditRow::recordedAt),
        Column.at("happened_at", AuditRow::occurredAt),
        Column.text("actor", AuditRow::actor),
        Column.text("request_id", AuditRow::requestId),
        Column.text("correlation_id", AuditRow::correlationId),
        Column.text("event", AuditRow::event),
        Column.text("operation", row -> row.what().operation()),
        Column.text("kind", row -> row.what().kind()),
        Column.text("about_id", row -> row.what().id()),
        Column.text("outcome", row -> row.what().outcome()));
  }
}
