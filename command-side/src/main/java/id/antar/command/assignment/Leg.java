package id.antar.command.assignment;

/// How far one order of a trip is.
enum Leg {
  TO_PICK_UP,
  AT_PICKUP,
  CARRIED,
  AT_DOOR,
  TO_RETURN,
  DROPPED_OFF,
  RETURNED,
  WITHDRAWN,
  RELEASED,
  /// Left behind by a courier who did not go on.
  STRANDED;

  boolean isBeforePickup() {
    return this == TO_PICK_UP || this == AT_PICKUP;
  }

  boolean isInHand() {
    return this == CARRIED || this == AT_DOOR || this == TO_RETURN;
  }

  /// Something is left to do for it.
  boolean isOpen() {
    return isBeforePickup() || isInHand();
  }
}
