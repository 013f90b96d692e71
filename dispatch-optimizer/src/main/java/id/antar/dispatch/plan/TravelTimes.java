package id.antar.dispatch.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.geo.Vehicle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Seconds between places, for each vehicle. Sparse: it holds the legs that a round can need. A leg
/// that is not in it cannot be travelled. Immutable.
public final class TravelTimes {

  public static final int UNREACHABLE = -1;

  private final List<Table> tables;
  private final Map<Vehicle, Map<Long, Integer>> legs = new EnumMap<>(Vehicle.class);

  /// One vehicle's legs in ascending order, three numbers each: from, to, seconds.
  public record Table(Vehicle vehicle, List<Integer> legs) {
    public Table {
      legs = List.copyOf(legs);
      if (legs.size() % 3 != 0) {
        throw new IllegalArgumentException(
            "The legs (" + legs.size() + " numbers) do not come in threes.");
      }
    }
  }

  @JsonCreator
  public TravelTimes(List<Table> tables) {
    var builder = new Builder();
    for (Table table : tables) {
      for (int i = 0; i < table.legs().size(); i += 3) {
        builder.leg(
            table.vehicle(), table.legs().get(i), table.legs().get(i + 1), table.legs().get(i + 2));
      }
    }
    this.tables = builder.tables();
    builder.legs.forEach((vehicle, table) -> legs.put(vehicle, Map.copyOf(table)));
  }

  /// Seconds, or [#UNREACHABLE].
  public int seconds(Vehicle vehicle, int from, int to) {
    if (from == to) {
      return 0;
    }
    return legs.getOrDefault(vehicle, Map.of()).getOrDefault(key(from, to), UNREACHABLE);
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

  private static long key(int from, int to) {
    return ((long) from << 32) | to;
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Collects legs in any order.
  public static final class Builder {
    private final Map<Vehicle, TreeMap<Long, Integer>> legs = new EnumMap<>(Vehicle.class);

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

    public TravelTimes build() {
      return new TravelTimes(tables());
    }

    private List<Table> tables() {
      var tables = new ArrayList<Table>();
      legs.forEach((vehicle, table) -> tables.add(new Table(vehicle, flatten(table))));
      return List.copyOf(tables);
    }

    private static List<Integer> flatten(TreeMap<Long, Integer> table) {
      var flat = new ArrayList<Integer>(3 * table.size());
      table.forEach((key, seconds) -> {
        flat.add((int) (key >> 32));
        flat.add(key.intValue());
        flat.add(seconds);
      });
      return flat;
    }
  }
}
