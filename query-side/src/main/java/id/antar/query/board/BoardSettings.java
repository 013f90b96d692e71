package id.antar.query.board;

import java.time.Duration;

/// How boards of the past are kept at hand.
///
/// @param frameEvery a key frame is kept after so many events
/// @param thinAfter frames older than this, by the engine's clock, are thinned out
/// @param thinTo of those, one in so many is left
public record BoardSettings(int frameEvery, Duration thinAfter, int thinTo) {

  public static final BoardSettings USUAL = new BoardSettings(2_000, Duration.ofDays(90), 5);

  public BoardSettings {
    if (frameEvery < 1 || thinTo < 1 || !thinAfter.isPositive()) {
      throw new IllegalArgumentException(
          "frameEvery (%d), thinTo (%d) and thinAfter (%s) must be above 0."
              .formatted(frameEvery, thinTo, thinAfter));
    }
  }
}
