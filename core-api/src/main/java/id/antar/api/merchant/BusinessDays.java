package id.antar.api.merchant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// When a merchant's days begin: at midnight in its zone. Written `Asia/Jakarta`, and after a
/// change `Asia/Jakarta 2026-11-04 Asia/Makassar`.
///
/// Days follow each other without a gap and without an overlap, whatever the zones are.
public record BusinessDays(ZoneId first, List<Change> changes) {

  /// Where merchants are that said nothing else.
  public static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Jakarta");

  public static final BusinessDays USUAL = new BusinessDays(USUAL_ZONE, List.of());

  public BusinessDays {
    changes = List.copyOf(changes);
  }

  /// @param from the first day that is the zone's
  public record Change(LocalDate from, ZoneId zone) {}

  public ZoneId latestZone() {
    return changes.isEmpty() ? first : changes.getLast().zone();
  }

  public BusinessDays changed(LocalDate from, ZoneId zone) {
    List<Change> all = new ArrayList<>(changes);
    all.add(new Change(from, zone));
    return new BusinessDays(first, all);
  }

  /// The day before a change across the date line may have no hours left.
  public Instant startOf(LocalDate day) {
    Instant start = midnight(day);
    Instant before = midnight(day.minusDays(1));
    return start.isBefore(before) ? before : start;
  }

  private Instant midnight(LocalDate day) {
    ZoneId zone = first;
    for (Change change : changes) {
      zone = change.from().isAfter(day) ? zone : change.zone();
    }
    return day.atStartOfDay(zone).toInstant();
  }

  @JsonCreator
  public static BusinessDays parse(String text) {
    String[] parts = text.split(" ");
    var days = new BusinessDays(ZoneId.of(parts[0]), List.of());
    for (int i = 1; i < parts.length; i += 2) {
      days = days.changed(LocalDate.parse(parts[i]), ZoneId.of(parts[i + 1]));
    }
    return days;
  }

  @JsonValue
  @Override
  public String toString() {
    var text = new StringBuilder(first.getId());
    changes.forEach(it -> text.append(' ').append(it.from()).append(' ').append(it.zone()));
    return text.toString();
  }
}
