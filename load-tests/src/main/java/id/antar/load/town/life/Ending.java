package id.antar.load.town.life;

/// How a trip ends for its courier.
enum Ending {
  /// Nothing is left to do.
  DONE,
  /// The courier has said that they cannot go on.
  BROKEN_DOWN,
  /// Nobody will hear of the courier again.
  LOST
}
