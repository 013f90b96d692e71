package id.antar.query.track;

/// Whose turn it is to write couriers' ways, among all engines on one database. Each of them hears
/// of all couriers and thins their ways out by itself, so that what two of them wrote would be
/// there twice.
public interface TrackTurn {

  /// Takes the turn if nobody has it. Throws when that cannot be known.
  boolean isOurs();

  /// Does nothing if another has it.
  void letGo();
}
