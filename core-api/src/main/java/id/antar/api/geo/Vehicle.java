package id.antar.api.geo;

/// What a courier moves with; each has its own road profile.
public enum Vehicle {
  SCOOTER,
  BICYCLE
}
