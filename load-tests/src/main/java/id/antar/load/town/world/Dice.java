package id.antar.load.town.world;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Chance with a memory: the same seed and name give the same choices, whatever others do
/// meanwhile.
public final class Dice {

  private final Random random;

  private Dice(long seed) {
    this.random = new Random(seed);
  }

  public static Dice of(long seed, String name) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < name.length(); i++) {
      mixed = (mixed ^ name.charAt(i)) * 0xBF58476D1CE4E5B9L;
      mixed ^= mixed >>> 29;
    }
    return new Dice(mixed);
  }

  /// Dice for somebody else, who may throw them at any time.
  public Dice fork() {
    return new Dice(random.nextLong());
  }

  public boolean chance(double share) {
    return random.nextDouble() < share;
  }

  public double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  public <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  public void shuffle(List<?> cards) {
    Collections.shuffle(cards, random);
  }

  public Duration seconds(double low, double high) {
    return Duration.ofMillis((long) (between(low, high) * 1000));
  }

  /// The gap between two events of a Poisson stream.
  public Duration gap(Duration mean) {
    return Duration.ofMillis((long) (-Math.log(1 - random.nextDouble()) * mean.toMillis()));
  }
}
