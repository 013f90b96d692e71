package id.antar.gateway.person;

import id.antar.api.message.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/// Reads everything that is stored of somebody, from the first event on.
@FunctionalInterface
public interface ExportPerson {
  Flux<Exported> of(Actor account);

  /// @param event the fact's name, such as `OrderPlaced`
  /// @param about what it is a fact of, as `order:…`
  /// @param clientAddress where the person's own request came from, if it was theirs
  /// @param data what is stored; what is personal to somebody else is null
  record Exported(
      String event,
      String about,
      Instant recordedAt,
      @Nullable String clientAddress,
      @Nullable String userAgent,
      JsonNode data) {}
}
