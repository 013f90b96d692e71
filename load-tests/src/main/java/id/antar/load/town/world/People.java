package id.antar.load.town.world;

import id.antar.load.client.Actor;
import id.antar.load.client.Point;
import java.time.Duration;
import java.util.List;

/// Who lives in the town.
public final class People {

  private People() {}

  public record Customer(Actor actor, String name, String phone, Point home, String address) {}

  /// @param tardy its food is always ready later than it says
  public record Merchant(
      Actor actor,
      String name,
      String description,
      String phone,
      String address,
      Point location,
      long deliveryFeeMinor,
      Duration prepTime,
      List<Dish> menu,
      Prices prices,
      boolean tardy) {
    public Merchant {
      menu = List.copyOf(menu);
    }

    public String id() {
      return actor.subject();
    }
  }

  /// @param taxBasisPoints on the dishes, in hundredths of a per cent
  public record Prices(int taxBasisPoints, Voucher voucher) {}

  /// @param basisPoints off the dishes; 0 if it is an amount
  /// @param minimumMinor what the dishes have to come to
  public record Voucher(String code, int basisPoints, long amountMinor, long minimumMinor) {}

  public record Dish(String productId, String name, String description, long priceMinor) {}

  /// @param pace how long the courier takes for what the map says takes 1
  public record Courier(
      Actor actor,
      String name,
      String phone,
      String plate,
      String vehicle,
      int capacity,
      double pace,
      Point start) {
    public String id() {
      return actor.subject();
    }
  }
}
