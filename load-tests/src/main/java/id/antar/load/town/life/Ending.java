package id.antar.load.town.life;

/// How a trip ends for its courier.
enum Ending {
  /// The courier has done what was left to do.
  DONE,
  /// It was taken from the courier, who may have to say that they are there.
  CUT_SHORT,
  /// The courier has said that they cannot go on.
  BROKEN_DOWN,
  /// Nobody will hear of the courier again.
  LOST
}
