package id.antar.dispatch.fleet;

import id.antar.api.geo.GeoPoint;

/// A point on the unit sphere. The straight line between two of them (the chord, through the earth)
/// grows with their great-circle distance and costs no trigonometry. One unit is the earth's
/// radius: 1e-7 is 64 cm.
record Direction(double x, double y, double z) {

  static Direction of(double latitude, double longitude) {
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude);
    double cos = Math.cos(phi);
    return new Direction(cos * Math.cos(lambda), cos * Math.sin(lambda), Math.sin(phi));
  }

  static Direction of(GeoPoint point) {
    return of(point.latitude(), point.longitude());
  }

  double chordSquaredTo(Direction other) {
    return chordSquaredTo(other.x, other.y, other.z);
  }

  double chordSquaredTo(double otherX, double otherY, double otherZ) {
    double dx = x - otherX;
    double dy = y - otherY;
    double dz = z - otherZ;
    return dx * dx + dy * dy + dz * dz;
  }

  /// How far this is from the plane of the great circle through both: never more than the chord to
  /// any of its points.
  double distanceToCircle(Direction a, Direction b) {
    double nx = a.y * b.z - a.z * b.y;
    double ny = a.z * b.x - a.x * b.z;
    double nz = a.x * b.y - a.y * b.x;
    return Math.abs(x * nx + y * ny + z * nz) / Math.sqrt(nx * nx + ny * ny + nz * nz);
  }
}
