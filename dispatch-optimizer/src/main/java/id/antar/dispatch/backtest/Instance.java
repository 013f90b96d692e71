package id.antar.dispatch.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One day of the Meal Delivery Routing Problem's benchmark (`grubhub/mdrplib`): four files,
/// separated by tabs. Times are minutes from the start of the day, places metres.
///
/// @param orders in the sequence of their placement
/// @param pay per order, and guaranteed per hour of a shift
record Instance(
    String name,
    List<Restaurant> restaurants,
    List<Order> orders,
    List<Courier> couriers,
    double metresPerMinute,
    int pickupService,
    int dropoffService,
    double payPerOrder,
    double payPerHour) {

  record Point(double x, double y) {
    /// Whole minutes, rounded up: the benchmark's rule.
    int minutesTo(Point other, double metresPerMinute) {
      return (int) Math.ceil(Math.hypot(other.x - x, other.y - y) / metresPerMinute);
    }
  }

  record Restaurant(String id, Point point) {}

  record Order(String id, Point point, int restaurant, int placed, int ready) {}

  record Courier(String id, Point point, int on, int off) {}

  /// @throws UnreadableInstance with the file, the line and what is wrong with it
  static Instance read(Path folder) {
    Map<String, Integer> numbers = new HashMap<>();
    List<Restaurant> restaurants = new ArrayList<>();
    for (Row row : rows(folder, "restaurants.txt")) {
      numbers.put(row.text("restaurant"), restaurants.size());
      restaurants.add(new Restaurant(row.text("restaurant"), point(row)));
    }
    List<Order> orders = new ArrayList<>();
    for (Row row : rows(folder, "orders.txt")) {
      Integer restaurant = numbers.get(row.text("restaurant"));
      if (restaurant == null) {
        throw row.unreadable("there is no restaurant " + row.text("restaurant"));
      }
      orders.add(
          new Order(
              row.text("order"),
              point(row),
              restaurant,
              row.minute("placement_time"),
              row.minute("ready_time")));
    }
    orders.sort(Comparator.comparingInt(Order::placed));
    List<Courier> couriers = new ArrayList<>();
    for (Row row : rows(folder, "couriers.txt")) {
      couriers.add(
          new Courier(
              row.text("courier"), point(row), row.minute("on_time"), row.minute("off_time")));
    }
    Row parameters = rows(folder, "instance_parameters.txt").getFirst();
    return new Instance(
        folder.getFileName().toString(),
        List.copyOf(restaurants),
        List.copyOf(orders),
        List.copyOf(couriers),
        parameters.number("meters_per_minute"),
        parameters.minute("pickup service minutes"),
        parameters.minute("dropoff service minutes"),
        parameters.number("pay per order"),
        parameters.number("guaranteed pay per hour"));
  }

  private static Point point(Row row) {
    return new Point(row.number("x"), row.number("y"));
  }

  private record Row(Path file, int line, Map<String, String> fields) {

    String text(String column) {
      String text = fields.get(column);
      if (text == null || text.isBlank()) {
        throw unreadable("has no " + column);
      }
      return text;
    }

    double number(String column) {
      try {
        return Double.parseDouble(text(column));
      } catch (NumberFormatException _) {
        throw unreadable("has " + text(column) + " as its " + column + ", which is no number");
      }
    }

    int minute(String column) {
      return (int) number(column);
    }

    UnreadableInstance unreadable(String what) {
      return new UnreadableInstance("%s, line %d: %s.".formatted(file, line, what));
    }
  }

  private static List<Row> rows(Path folder, String name) {
    Path file = folder.resolve(name);
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UnreadableInstance(
          file + " cannot be read: " + e + ". Maybe name the folder that holds the instances.");
    }
    var rows = new ArrayList<Row>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        String[] header = lines.getFirst().split("\t", -1);
        String[] values = lines.get(i).split("\t", -1);
        var fields = new HashMap<String, String>();
        for (int column = 0; column < Math.min(header.length, values.length); column++) {
          fields.put(header[column].strip(), values[column].strip());
        }
        rows.add(new Row(file, i + 1, fields));
      }
    }
    if (rows.isEmpty()) {
      throw new UnreadableInstance(file + " has no rows.");
    }
    return rows;
  }
}
