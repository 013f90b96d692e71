package id.antar.gateway.analytics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.antar.api.promise.PromiseQuery.Calibration;
import id.antar.api.promise.PromiseQuery.Group;
import id.antar.api.promise.PromiseQuery.MeanLateness;
import id.antar.api.promise.PromiseQuery.PromiseReport;
import id.antar.gateway.edge.csv.Csv;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// How promises of one kind, source and horizon held within a group, as a line of a file. The
/// group's lateness is on each of its lines.
@JsonPropertyOrder({"key", "orders"})
record PromiseRow(
    @Nullable String key,
    long orders,
    @JsonUnwrapped(prefix = "lateness.") @Nullable MeanLateness lateness,
    @JsonUnwrapped @Nullable Calibration calibration) {

  static ResponseEntity<String> csv(PromiseReport report) {
    List<PromiseRow> rows = report.groups().stream().flatMap(PromiseRow::of).toList();
    return Csv.of("promises", PromiseRow.class, rows);
  }

  /// One line at least.
  private static Stream<PromiseRow> of(Group group) {
    List<@Nullable Calibration> calibration =
        group.calibration().isEmpty()
            ? Collections.singletonList(null)
            : Collections.unmodifiableList(group.calibration());
    return calibration.stream()
        .map(it -> new PromiseRow(group.key(), group.orders(), group.lateness(), it));
  }
}
