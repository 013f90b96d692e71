package id.antar.api.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every type of event that there is, by its name.
public record EventCatalogue(List<Entry> events) {

  public EventCatalogue {
    events = List.copyOf(events);
  }

  /// @param family what it is a fact about, such as `OrderEvent`
  /// @param guarded whether only who may read the audit log is shown such events
  public record Entry(
      String type, String family, String revision, String description, boolean guarded) {}

  /// @param revision of the form that `schema` describes; events of older forms are read as this
  ///   one
  /// @param olderRevisions those that are read so
  /// @param schema JSON Schema (2020-12) of an event's `data`
  /// @param example of an event's `data`, to who may not see what is personal
  public record EventType(
      String type,
      String family,
      String revision,
      List<String> olderRevisions,
      String description,
      boolean guarded,
      List<Field> fields,
      Map<String, Object> schema,
      @Nullable Map<String, Object> example) {
    public EventType {
      olderRevisions = List.copyOf(olderRevisions);
      fields = List.copyOf(fields);
    }
  }

  /// @param type as the code calls it
  /// @param nullable whether it may be absent
  /// @param personal whether it is sealed with somebody's key
  public record Field(
      String name, String type, String description, boolean nullable, boolean personal) {}
}
