package id.antar.query.rebuild;

import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;

/// How far a processor is, whichever process it runs in. Claims nothing.
@FunctionalInterface
public interface ReadTokens {

  /// Nothing before its first event.
  Optional<TrackingToken> find(String processor, int segment);
}
