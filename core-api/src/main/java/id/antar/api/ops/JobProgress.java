package id.antar.api.ops;

/// Where long work tells how far it is. Safe to call from any thread.
public interface JobProgress {

  void total(long units);

  void advance(long units);

  void summary(String line);

  /// Something that is wrong; makes the job fail at its end.
  void finding(String line);
}
