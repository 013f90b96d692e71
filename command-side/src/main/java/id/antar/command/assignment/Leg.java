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
  RELEASED;

  boolean isBeforePickup() {
    return this == TO_PICK_UP || this == AT_PICKUP;
  }

  /// Something is left to do for it.
  boolean isOpen() {
    return isBeforePickup() || this == CARRIED || this == AT_DOOR || this == TO_RETURN;
  }
}
