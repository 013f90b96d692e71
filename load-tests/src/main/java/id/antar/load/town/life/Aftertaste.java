package id.antar.load.town.life;

import id.antar.load.client.Account;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.People.Customer;
import id.antar.load.town.world.People.Dish;

/// What a customer does once their order is over: thanks the courier with a tip, says what they
/// think, complains of what was missing, and sometimes signs out.
final class Aftertaste {

  private static final double TIPS = 0.25;
  private static final double REVIEWS_MERCHANT = 0.6;
  private static final double REVIEWS_COURIER = 0.5;
  private static final double SIGNS_OUT = 0.2;

  /// Every so manieth order lacks a dish.
  private static final int LACKS_EVERY = 9;

  private static final int FIRST_LACK = 3;

  private final World world;
  private final Customer customer;
  private final TrackedOrder order;
  private final Dish dish;
  private final int number;
  private final Dice dice;

  /// @param dish of the order's
  /// @param number the order's
  Aftertaste(World world, Customer customer, TrackedOrder order, Dish dish, int number) {
    this.world = world;
    this.customer = customer;
    this.order = order;
    this.dish = dish;
    this.number = number;
    this.dice = world.dice("aftertaste-" + number);
  }

  void leave(Purse purse) {
    if (order.stage() == Stage.DELIVERED) {
      enjoy(purse);
    }
    if (dice.chance(SIGNS_OUT)) {
      begin(this::signOut);
    }
  }

  private void enjoy(Purse purse) {
    var thanks = new Thanks(world);
    if (dice.chance(TIPS)) {
      long minor = 50 + 50L * dice.below(8);
      String method = dice.chance(0.7) ? "card" : "e_wallet";
      begin(() -> {
        world.clock().sleep(world.dice("tip-" + number).seconds(20, 120));
        purse.tip(minor, method);
      });
    }
    if (dice.chance(REVIEWS_MERCHANT)) {
      thanks.review(
          customer.actor(),
          "merchant",
          order,
          world.dice("taste-" + number),
          dice.seconds(30, 200));
    }
    if (dice.chance(REVIEWS_COURIER)) {
      thanks.review(
          customer.actor(), "courier", order, world.dice("ride-" + number), dice.seconds(20, 150));
    }
    if (number % LACKS_EVERY == FIRST_LACK) {
      begin(this::complain);
    }
  }

  private void complain() throws InterruptedException {
    var talk = new Talk(world);
    world.clock().sleep(dice.seconds(30, 120));
    talk.say(customer.actor(), order, "There was no " + dish.name() + " in the bag.");
    world.clock().sleep(dice.seconds(20, 90));
    world.office().giveBack(order, dish.priceMinor(), "a dish was missing");
    talk.say(world.office().operator(), order, "We are sorry, and have given its price back.");
  }

  private void signOut() throws InterruptedException {
    Account account = customer.actor().account();
    if (account != null) {
      world.api().accounts().signOut(account);
    }
  }

  private void begin(World.Activity activity) {
    world.errands().begin(world, "customer " + customer.actor().subject(), activity);
  }
}
