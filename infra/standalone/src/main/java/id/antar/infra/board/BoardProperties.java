package id.antar.infra.board;

import id.antar.query.board.BoardSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How boards of the past are kept at hand.
///
/// @param frameEvery a key frame is kept after so many events
/// @param thinAfter frames older than this, by the engine's clock, are thinned out
/// @param thinTo of those, about one in so many is left
@ConfigurationProperties("antar.board")
public record BoardProperties(
    @DefaultValue("2000") int frameEvery,
    @DefaultValue("P90D") Duration thinAfter,
    @DefaultValue("5") int thinTo) {

  BoardSettings settings() {
    return new BoardSettings(frameEvery, thinAfter, thinTo);
  }
}
