package id.antar.load.town.life;

import java.util.Locale;
import java.util.Optional;

/// How far an order is, in the engine's words.
public enum Stage {
  PLACED(0),
  SUBMITTED(1),
  CONFIRMED(2),
  PREPARING(3),
  READY(4),
  PICKED_UP(5),
  DELIVERY_FAILED(6),
  DELIVERED(7),
  CANCELLED(7),
  RETURNED(7);

  private final int rank;

  Stage(int rank) {
    this.rank = rank;
  }

  public static Optional<Stage> find(String word) {
    for (Stage stage : values()) {
      if (stage.word().equals(word)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAfter(Stage other) {
    return rank > other.rank;
  }

  public boolean isAtLeast(Stage other) {
    return rank >= other.rank;
  }

  public boolean isFinal() {
    return rank == 7;
  }
}
