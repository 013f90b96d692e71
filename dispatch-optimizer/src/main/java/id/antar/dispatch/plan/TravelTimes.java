package id.antar.dispatch.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.geo.Vehicle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Seconds between places, for each vehicle. Sparse: it holds the legs that a round can need. A leg
/// that is not in it cannot be travelled. Immutable.
public final class TravelTimes {

  public static final int UNREACHABLE = -1;

  private final List<Table> tables;
  private final LegIndex[] legs = new LegIndex[Vehicle.values().length];

  /// One vehicle's legs in ascending order.
  ///
  /// @param from one row per place that legs leave from: the place, then each leg's
  ///   place and seconds
  /// @param guessed the legs that no road was measured for, as pairs of places
  public record Table(
      Vehicle vehicle,
      List<List<Integer>> from,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> guessed) {
    public Table {
      from = from.stream().map(List::copyOf).toList();
      guessed = guessed == null ? List.of() : List.copyOf(guessed);
    }
  }

  @JsonCreator
  public TravelTimes(List<Table> tables) {
    this.tables = List.copyOf(tables);
    for (Vehicle vehicle : Vehicle.values()) {
      legs[vehicle.ordinal()] = LegIndex.EMPTY;
    }
    for (Table table : tables) {
      legs[table.vehicle().ordinal()] = index(table);
    }
  }

  /// Seconds, or [#UNREACHABLE].
  public int seconds(Vehicle vehicle, int from, int to) {
    return seconds(vehicle.ordinal(), from, to);
  }

  int seconds(int vehicle, int from, int to) {
    return from == to ? 0 : legs[vehicle].seconds(from, to);
  }

  @JsonValue
  public List<Table> tables() {
    return tables;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TravelTimes that && tables.equals(that.tables);
  }

  @Override
  public int hashCode() {
    return tables.hashCode();
  }

  @Override
  public String toString() {
    return "TravelTimes" + tables;
  }

  private static LegIndex index(Table table) {
    int size = table.from().stream().mapToInt(List::size).sum() / 2;
    var index = new LegIndex(size);
    for (List<Integer> row : table.from()) {
      if (row.size() % 2 != 1) {
        throw new IllegalArgumentException(
            "A row of legs is a place and pairs, not " + row.size() + " numbers.");
      }
      for (int i = 1; i < row.size(); i += 2) {
        index.put(row.getFirst(), row.get(i), row.get(i + 1));
      }
    }
    return index;
  }

  private static long key(int from, int to) {
    return ((long) from << 32) | to;
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Collects legs in any order.
  public static final class Builder {
    private final Map<Vehicle, TreeMap<Long, Integer>> legs = new EnumMap<>(Vehicle.class);
    private final Map<Vehicle, TreeSet<Long>> guessed = new EnumMap<>(Vehicle.class);

    private Builder() {}

    public boolean has(Vehicle vehicle, int from, int to) {
      var table = legs.get(vehicle);
      return from == to || (table != null && table.containsKey(key(from, to)));
    }

    public Builder leg(Vehicle vehicle, int from, int to, int seconds) {
      if (from < 0 || to < 0 || seconds < 0) {
        throw new IllegalArgumentException(
            "The leg from " + from + " to " + to + " in " + seconds + " s has a negative number.");
      }
      if (from != to) {
        legs.computeIfAbsent(vehicle, _ -> new TreeMap<>()).put(key(from, to), seconds);
      }
      return this;
    }

    /// A leg that no road was measured for.
    public Builder guess(Vehicle vehicle, int from, int to, int seconds) {
      if (from != to) {
        guessed.computeIfAbsent(vehicle, _ -> new TreeSet<>()).add(key(from, to));
      }
      return leg(vehicle, from, to, seconds);
    }

    public TravelTimes build() {
      var tables = new ArrayList<Table>();
      legs.forEach((vehicle, table) ->
          tables.add(
              new Table(
                  vehicle, rows(table), pairs(guessed.getOrDefault(vehicle, new TreeSet<>())))));
      return new TravelTimes(tables);
    }

    private static List<List<Integer>> rows(TreeMap<Long, Integer> table) {
      var rows = new ArrayList<List<Integer>>();
      List<Integer> row = List.of();
      for (Map.Entry<Long, Integer> leg : table.entrySet()) {
        int from = (int) (leg.getKey() >> 32);
        if (row.isEmpty() || row.getFirst() != from) {
          row = new ArrayList<>(List.of(from));
          rows.add(row);
        }
        row.add(leg.getKey().intValue());
        row.add(leg.getValue());
      }
      return rows;
    }

    private static List<Integer> pairs(TreeSet<Long> keys) {
      var pairs = new ArrayList<Integer>(2 * keys.size());
      for (long key : keys) {
        pairs.add((int) (key >> 32));
        pairs.add((int) key);
      }
      return pairs;
    }
  }
}
