package id.antar.dispatch.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.geo.Vehicle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Seconds between places, for each vehicle. Sparse: it holds the legs that a round can need. A leg
/// that is not in it cannot be travelled. Immutable.
public final class TravelTimes {

  public static final int UNREACHABLE = -1;

  private final LegIndex[] legs;
  private final List<Set<Long>> guessed;

  /// One vehicle's legs in ascending order.
  ///
  /// @param from one row per place that legs leave from: the place, then each leg's place and
  ///   seconds
  /// @param guessed the legs that no road was measured for, as pairs of places
  public record Table(
      Vehicle vehicle,
      List<List<Integer>> from,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> guessed) {

    @JsonCreator
    static Table of(Vehicle vehicle, List<List<Integer>> from, @Nullable List<Integer> guessed) {
      return new Table(vehicle, from, guessed == null ? List.of() : guessed);
    }

    public Table {
      from = from.stream().map(List::copyOf).toList();
      guessed = List.copyOf(guessed);
    }
  }

  private TravelTimes(LegIndex[] legs, List<Set<Long>> guessed) {
    this.legs = legs;
    this.guessed = guessed;
  }

  @JsonCreator
  static TravelTimes of(List<Table> tables) {
    var builder = new Builder();
    for (Table table : tables) {
      for (List<Integer> row : table.from()) {
        if (row.size() % 2 != 1) {
          throw new IllegalArgumentException(
              "A row of legs is a place and pairs, not " + row.size() + " numbers.");
        }
        for (int i = 1; i < row.size(); i += 2) {
          builder.leg(table.vehicle(), row.getFirst(), row.get(i), row.get(i + 1));
        }
      }
      for (int i = 0; i < table.guessed().size(); i += 2) {
        builder.guessed(table.vehicle(), table.guessed().get(i), table.guessed().get(i + 1));
      }
    }
    return builder.build();
  }

  /// Seconds, or [#UNREACHABLE].
  public int seconds(Vehicle vehicle, int from, int to) {
    return seconds(vehicle.ordinal(), from, to);
  }

  int seconds(int vehicle, int from, int to) {
    return from == to ? 0 : legs[vehicle].seconds(from, to);
  }

  /// Whether no road was measured for the leg.
  public boolean isGuess(Vehicle vehicle, int from, int to) {
    return guessed.get(vehicle.ordinal()).contains(LegIndex.key(from, to));
  }

  @JsonValue
  public List<Table> tables() {
    var tables = new ArrayList<Table>();
    for (Vehicle vehicle : Vehicle.values()) {
      if (!legs[vehicle.ordinal()].isEmpty()) {
        tables.add(
            new Table(
                vehicle, rows(legs[vehicle.ordinal()]), pairs(guessed.get(vehicle.ordinal()))));
      }
    }
    return tables;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TravelTimes that && tables().equals(that.tables());
  }

  @Override
  public int hashCode() {
    return tables().hashCode();
  }

  @Override
  public String toString() {
    return "TravelTimes" + tables();
  }

  private static List<List<Integer>> rows(LegIndex legs) {
    var rows = new ArrayList<List<Integer>>();
    List<Integer> row = List.of();
    for (long key : legs.sortedKeys()) {
      int from = LegIndex.from(key);
      if (row.isEmpty() || row.getFirst() != from) {
        row = new ArrayList<>(List.of(from));
        rows.add(row);
      }
      row.add(LegIndex.to(key));
      row.add(legs.seconds(from, LegIndex.to(key)));
    }
    return rows;
  }

  private static List<Integer> pairs(Set<Long> keys) {
    var pairs = new ArrayList<Integer>(2 * keys.size());
    for (long key : keys) {
      pairs.add(LegIndex.from(key));
      pairs.add(LegIndex.to(key));
    }
    return pairs;
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Collects legs in any order.
  public static final class Builder {
    private final LegIndex[] legs = new LegIndex[Vehicle.values().length];
    private final List<Set<Long>> guessed = new ArrayList<>();

    private Builder() {
      Arrays.setAll(legs, _ -> new LegIndex());
      for (int i = 0; i < legs.length; i++) {
        guessed.add(new TreeSet<>());
      }
    }

    public boolean has(Vehicle vehicle, int from, int to) {
      return from == to || legs[vehicle.ordinal()].seconds(from, to) != UNREACHABLE;
    }

    public Builder leg(Vehicle vehicle, int from, int to, int seconds) {
      if (from < 0 || to < 0 || seconds < 0) {
        throw new IllegalArgumentException(
            "The leg from " + from + " to " + to + " in " + seconds + " s has a negative number.");
      }
      if (from != to) {
        legs[vehicle.ordinal()].put(from, to, seconds);
      }
      return this;
    }

    /// A leg that no road was measured for.
    public Builder guess(Vehicle vehicle, int from, int to, int seconds) {
      guessed(vehicle, from, to);
      return leg(vehicle, from, to, seconds);
    }

    private void guessed(Vehicle vehicle, int from, int to) {
      if (from != to) {
        guessed.get(vehicle.ordinal()).add(LegIndex.key(from, to));
      }
    }

    /// The builder is not used any more after.
    public TravelTimes build() {
      return new TravelTimes(legs, guessed);
    }
  }
}
