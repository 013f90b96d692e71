package id.antar.dispatch.backtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Holds a day's three solution files against the benchmark's rules. Reads the files itself and
/// shares nothing with the code that wrote them.
final class RuleCheck {

  private static final int HALF_SERVICE = 2;

  private final Map<String, double[]> places = new HashMap<>();
  private final Map<String, String[]> orders = new HashMap<>();
  private final Map<String, String[]> couriers = new HashMap<>();
  private final Map<String, List<String[]>> bundles = new HashMap<>();
  private final Map<String, List<String[]>> moves = new HashMap<>();
  private final Map<String, String[]> delivered = new HashMap<>();
  private final double speed;
  private final List<String> broken = new ArrayList<>();

  private RuleCheck(Path instance, Path solution) {
    rows(instance, "restaurants.txt", "\t").forEach(row -> places.put(row[0], point(row)));
    for (String[] row : rows(instance, "orders.txt", "\t")) {
      places.put(row[0], point(row));
      orders.put(row[0], row);
    }
    for (String[] row : rows(instance, "couriers.txt", "\t")) {
      places.put(row[0], point(row));
      couriers.put(row[0], row);
    }
    speed = Double.parseDouble(rows(instance, "instance_parameters.txt", "\t").getFirst()[0]);
    for (String[] row : rows(solution, "solution_info_assignments.txt", " ")) {
      bundles.computeIfAbsent(row[2], _ -> new ArrayList<>()).add(row);
    }
    for (String[] row : rows(solution, "solution_info_couriers.txt", " ")) {
      moves.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row);
    }
    for (String[] row : rows(solution, "solution_info_orders.txt", " ")) {
      check(delivered.put(row[0], row) == null, row[0] + " is dropped off twice");
    }
  }

  /// What is against the rules; empty if nothing is.
  static List<String> broken(Path instance, Path solution) {
    var check = new RuleCheck(instance, solution);
    check.bundles.keySet().forEach(check::courier);
    check.everyOrderOnce();
    check
        .moves
        .keySet()
        .forEach(courier ->
            check.check(check.bundles.containsKey(courier), courier + " moves without a bundle"));
    return check.broken;
  }

  private void everyOrderOnce() {
    var seen = new HashSet<String>();
    for (List<String[]> rows : bundles.values()) {
      for (String[] row : rows) {
        for (String order : ordersOf(row)) {
          check(seen.add(order), order + " is assigned twice");
        }
      }
    }
    check(seen.equals(delivered.keySet()), "what is assigned is not what is dropped off");
  }

  /// Follows one courier from the place where the shift begins.
  private void courier(String courier) {
    String here = courier;
    int free = number(known(couriers, courier), 3);
    int off = number(known(couriers, courier), 4);
    var path = new ArrayList<>(moves.getOrDefault(courier, List.of()));
    for (String[] bundle : known(bundles, courier)) {
      List<String> all = ordersOf(bundle);
      int assigned = number(bundle, 0);
      int pickup = number(bundle, 1);
      String restaurant = known(orders, all.getFirst())[4];
      int firstPlaced = Integer.MAX_VALUE;
      for (String order : all) {
        String[] row = known(orders, order);
        check(row[4].equals(restaurant), order + " is of another restaurant than its bundle");
        check(assigned >= number(row, 3), order + " is assigned before it is placed");
        check(pickup >= number(row, 5), order + " is picked up before it is ready");
        firstPlaced = Math.min(firstPlaced, number(row, 3));
      }
      check(pickup <= off, courier + " picks up at " + pickup + " after the shift");
      int departed = leave(courier, path, here, restaurant, free);
      check(departed >= firstPlaced, courier + " leaves before the first of " + all + " is placed");
      int arrival = departed + minutes(here, restaurant);
      check(assigned <= pickup, courier + " picks " + all + " up before it is assigned");
      check(pickup >= arrival + HALF_SERVICE, courier + " picks " + all + " up too soon");
      free = pickup + HALF_SERVICE;
      here = restaurant;
      for (String order : all) {
        int left = leave(courier, path, here, order, free);
        int dropped = left + minutes(here, order) + HALF_SERVICE;
        checkDropOff(courier, order, pickup, dropped);
        free = dropped + HALF_SERVICE;
        here = order;
      }
    }
    check(path.isEmpty(), courier + " moves on after the last drop-off");
  }

  private void checkDropOff(String courier, String order, int pickup, int dropped) {
    String[] row = delivered.get(order);
    if (row == null) {
      check(false, order + " is picked up but never dropped off");
      return;
    }
    String said = String.join(" ", row);
    String[] placed = known(orders, order);
    String expected =
        String.join(" ", order, placed[3], placed[5], "" + pickup, "" + dropped, courier);
    check(said.equals(expected), "\"" + said + "\" should be \"" + expected + "\"");
  }

  /// Takes the next move off the path and says when it begins.
  private int leave(String courier, List<String[]> path, String from, String to, int free) {
    if (path.isEmpty()) {
      check(false, courier + " does not move from " + from + " to " + to);
      return free;
    }
    String[] move = path.removeFirst();
    String origin = move[2].equals("0") ? courier : move[2];
    check(origin.equals(from), courier + " leaves " + origin + " but is at " + from);
    check(move[3].equals(to), courier + " goes to " + move[3] + " instead of " + to);
    check(number(move, 1) >= free, courier + " leaves " + from + " before being free");
    return number(move, 1);
  }

  private int minutes(String from, String to) {
    double[] a = known(places, from);
    double[] b = known(places, to);
    double metres = Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2));
    return (int) Math.ceil(metres / speed);
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      broken.add(otherwise);
    }
  }

  private static List<String> ordersOf(String[] bundle) {
    return Arrays.asList(bundle).subList(3, bundle.length);
  }

  private static <T> T known(Map<String, T> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  private static double[] point(String[] row) {
    return new double[] {Double.parseDouble(row[1]), Double.parseDouble(row[2])};
  }

  private static int number(String[] row, int column) {
    return (int) Double.parseDouble(row[column]);
  }

  /// All but the header.
  private static List<String[]> rows(Path folder, String name, String separator) {
    try {
      return Files.readAllLines(folder.resolve(name)).stream()
          .skip(1)
          .map(line -> line.split(separator))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
