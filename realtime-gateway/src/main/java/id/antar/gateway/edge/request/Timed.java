package id.antar.gateway.edge.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request body that may say when the thing happened, by the phone's clock.
public interface Timed {

  @Nullable Instant occurredAt();

  /// A body that says nothing else.
  record At(@Nullable Instant occurredAt) implements Timed {}
}
