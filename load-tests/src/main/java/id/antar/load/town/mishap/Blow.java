package id.antar.load.town.mishap;

/// What can strike a courier who carries an order.
public enum Blow {
  /// The vehicle: the courier says so and waits for whoever fetches the food.
  BREAKDOWN,
  /// The phone is dead for a long while, and nobody knows where the food is.
  SILENCE,
  /// The courier is not heard of again.
  LOSS
}
