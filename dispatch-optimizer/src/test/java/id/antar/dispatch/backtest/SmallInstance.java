package id.antar.dispatch.backtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Instances made up by the tests, in the benchmark's four files.
final class SmallInstance {

  private static final String PARAMETERS =
      "meters_per_minute\tpickup service minutes\tdropoff service minutes\t"
          + "pay per order\tguaranteed pay per hour\n%d\t4\t4\t10\t15\n";

  private SmallInstance() {}

  /// Three hours with a rush in the middle, three restaurants, more orders than is comfortable.
  static Path random(Path folder, long seed, int orders, int couriers) {
    var random = new Random(seed);
    var restaurantRows = new StringBuilder();
    var orderRows = new StringBuilder();
    var courierRows = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      restaurantRows.append("r%d\t%d\t%d\n".formatted(i, at(random), at(random)));
    }
    for (int i = 0; i < orders; i++) {
      int placed = 1 + (random.nextInt(180) + random.nextInt(180)) / 2;
      orderRows.append(
          "o%d\t%d\t%d\t%d\tr%d\t%d\n"
              .formatted(
                  i,
                  at(random),
                  at(random),
                  placed,
                  random.nextInt(3),
                  placed + random.nextInt(25)));
    }
    for (int i = 0; i < couriers; i++) {
      int on = random.nextInt(90);
      courierRows.append(
          "c%d\t%d\t%d\t%d\t%d\n"
              .formatted(i, at(random), at(random), on, on + 60 + random.nextInt(90)));
    }
    return write(
        folder, restaurantRows.toString(), orderRows.toString(), courierRows.toString(), 320);
  }

  private static int at(Random random) {
    return random.nextInt(4000);
  }

  /// Rows without their header; places are metres on a street, 100 of them a minute.
  static Path street(Path folder, String restaurants, String orders, String couriers) {
    return write(folder, restaurants, orders, couriers, 100);
  }

  private static Path write(
      Path folder, String restaurants, String orders, String couriers, int metresPerMinute) {
    file(folder, "restaurants.txt", "restaurant\tx\ty\n" + restaurants);
    file(folder, "orders.txt", "order\tx\ty\tplacement_time\trestaurant\tready_time\n" + orders);
    file(folder, "couriers.txt", "courier\tx\ty\ton_time\toff_time\n" + couriers);
    file(folder, "instance_parameters.txt", PARAMETERS.formatted(metresPerMinute));
    return folder;
  }

  static void file(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
