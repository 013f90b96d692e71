package id.antar.load.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// What should not have happened, counted by what it is, each with its first sample.
public final class Incidents {

  private final Map<String, Incident> byWhat = new ConcurrentSkipListMap<>();

  public void report(String what, String sample) {
    byWhat.merge(what, new Incident(what, 1, sample), (known, _) -> known.again());
  }

  public List<Incident> list() {
    return List.copyOf(byWhat.values());
  }

  public record Incident(String what, int count, String sample) {
    Incident again() {
      return new Incident(what, count + 1, sample);
    }
  }
}
