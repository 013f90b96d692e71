package id.antar.api.history;

import id.antar.api.message.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which events are wanted; what is absent does not matter.
///
/// @param types names of events such as `OrderPlaced`, any of them
/// @param withoutTypes names of events that are left out
/// @param kind of what they are about, such as `order`
/// @param id of what they are about
/// @param happened when they happened, by the clock of who caused them
/// @param recorded when they were stored
/// @param correlationId the first message of the chain that they belong to
/// @param requestId the request that they began with
/// @param after only those behind this position of the log
public record EventFilter(
    List<String> types,
    List<String> withoutTypes,
    @Nullable String kind,
    @Nullable String id,
    @Nullable Actor actor,
    Window happened,
    Window recorded,
    @Nullable String correlationId,
    @Nullable String requestId,
    @Nullable Long after) {

  public static final EventFilter ANY =
      new EventFilter(
          List.of(), List.of(), null, null, null, Window.ALWAYS, Window.ALWAYS, null, null, null);

  public EventFilter {
    types = List.copyOf(types);
    withoutTypes = List.copyOf(withoutTypes);
  }

  /// Only what is behind this position.
  public EventFilter withAfter(long position) {
    return new EventFilter(
        types,
        withoutTypes,
        kind,
        id,
        actor,
        happened,
        recorded,
        correlationId,
        requestId,
        position);
  }

  /// @param from the first moment
  /// @param to the moment before which it was
  public record Window(@Nullable Instant from, @Nullable Instant to) {

    public static final Window ALWAYS = new Window(null, null);
  }
}
