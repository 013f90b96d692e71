package id.antar.load.town.world;

import id.antar.load.town.world.People.Dish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What people, kitchens and dishes are called.
public final class Names {

  private static final List<String> GIVEN =
      List.of(
          "Ada", "Anneke", "Bayu", "Camille", "Dewi", "Elio", "Farah", "Gita", "Hugo", "Indah",
          "Jonas", "Kirana", "Luca", "Maya", "Nadia", "Oscar", "Putri", "Rafael", "Sari", "Théo",
          "Umar", "Vera", "Wayan", "Yara", "Zeno");
  private static final List<String> FAMILY =
      List.of(
          "Anggraini",
          "Bianchi",
          "Costa",
          "Dubois",
          "Ferrari",
          "Girard",
          "Hartono",
          "Imbert",
          "Kusuma",
          "Lambert",
          "Moretti",
          "Nugroho",
          "Olivier",
          "Pratama",
          "Ricci",
          "Santoso",
          "Tanoto",
          "Utomo",
          "Vidal",
          "Wijaya");
  private static final List<String> STREETS =
      List.of(
          "Harbour Street",
          "Mill Lane",
          "Orange Grove",
          "Station Road",
          "Old Wall",
          "Palm Walk",
          "Market Square",
          "Chapel Hill",
          "Cliff Terrace",
          "Garden Row");

  private record Kitchen(String name, String description, List<String> dishes) {}

  private static final List<Kitchen> KITCHENS =
      List.of(
          new Kitchen(
              "Warung Laut",
              "Indonesian kitchen by the harbour",
              List.of(
                  "Nasi goreng",
                  "Mie goreng",
                  "Sate ayam",
                  "Gado-gado",
                  "Rendang",
                  "Soto ayam",
                  "Ikan bakar",
                  "Tempe mendoan",
                  "Es cendol",
                  "Pisang goreng")),
          new Kitchen(
              "Noodle Harbour",
              "Hand-pulled noodles and broth",
              List.of(
                  "Beef noodle soup",
                  "Dan dan noodles",
                  "Wonton soup",
                  "Cold sesame noodles",
                  "Crispy tofu",
                  "Scallion pancake",
                  "Smashed cucumber",
                  "Chilli oil dumplings",
                  "Iced oolong",
                  "Mango pudding")),
          new Kitchen(
              "Forno Vecchio",
              "Pizza from a wood oven",
              List.of(
                  "Margherita",
                  "Marinara",
                  "Quattro formaggi",
                  "Diavola",
                  "Funghi",
                  "Bufalina",
                  "Calzone",
                  "Focaccia",
                  "Rucola salad",
                  "Tiramisù")),
          new Kitchen(
              "Green Bowl",
              "Salads, grains and soups",
              List.of(
                  "Falafel bowl",
                  "Salmon bowl",
                  "Quinoa salad",
                  "Lentil soup",
                  "Roast vegetables",
                  "Halloumi wrap",
                  "Hummus plate",
                  "Fresh juice",
                  "Ginger tea",
                  "Carrot cake")),
          new Kitchen(
              "Chez Ondine",
              "The cooking of the coast",
              List.of(
                  "Socca",
                  "Salade niçoise",
                  "Pissaladière",
                  "Ratatouille",
                  "Barbajuan",
                  "Petits farcis",
                  "Bouillabaisse",
                  "Pan bagnat",
                  "Tarte au citron",
                  "Fougasse")),
          new Kitchen(
              "Kebab Meridian",
              "Charcoal grill and flatbread",
              List.of(
                  "Adana kebab",
                  "Chicken shish",
                  "Lahmacun",
                  "Pide with cheese",
                  "Bulgur salad",
                  "Grilled aubergine",
                  "Ayran",
                  "Lentil köfte",
                  "Baklava",
                  "Rice pudding")),
          new Kitchen(
              "Sushi Kite",
              "Rolls, bowls and bento",
              List.of(
                  "Salmon nigiri",
                  "Tuna maki",
                  "Vegetable bento",
                  "Chirashi",
                  "Miso soup",
                  "Edamame",
                  "Gyoza",
                  "Tamago roll",
                  "Seaweed salad",
                  "Mochi")),
          new Kitchen(
              "Burger Dock",
              "Burgers, fries and shakes",
              List.of(
                  "Dock burger",
                  "Cheeseburger",
                  "Bean burger",
                  "Chicken burger",
                  "Fries",
                  "Sweet potato fries",
                  "Coleslaw",
                  "Onion rings",
                  "Vanilla shake",
                  "Brownie")),
          new Kitchen(
              "Taco Lantern",
              "Tacos and tamales",
              List.of(
                  "Tacos al pastor",
                  "Fish tacos",
                  "Mushroom tacos",
                  "Quesadilla",
                  "Tamales",
                  "Guacamole",
                  "Elote",
                  "Black bean soup",
                  "Horchata",
                  "Churros")),
          new Kitchen(
              "Masala Stairs",
              "Curries and breads of many regions",
              List.of(
                  "Dal makhani",
                  "Palak paneer",
                  "Butter chicken",
                  "Chana masala",
                  "Biryani",
                  "Garlic naan",
                  "Samosa",
                  "Raita",
                  "Mango lassi",
                  "Gulab jamun")));

  private Names() {}

  public static String person(Dice dice) {
    return dice.pick(GIVEN) + " " + dice.pick(FAMILY);
  }

  public static String phone(Dice dice) {
    return "+377 9" + (1_000_000 + dice.below(9_000_000));
  }

  public static String address(Dice dice) {
    return (1 + dice.below(80)) + " " + dice.pick(STREETS);
  }

  public static String plate(Dice dice) {
    return "%c%c-%03d".formatted('A' + dice.below(26), 'A' + dice.below(26), dice.below(1000));
  }

  /// Merchants beyond the known kitchens are branches of them.
  public static String merchant(int number) {
    String name = KITCHENS.get(number % KITCHENS.size()).name();
    return number < KITCHENS.size() ? name : name + " " + (number / KITCHENS.size() + 1);
  }

  public static String kitchen(int number) {
    return KITCHENS.get(number % KITCHENS.size()).description();
  }

  /// Four to ten dishes, each with its price.
  public static List<Dish> menu(int number, Dice dice) {
    List<String> dishes = new ArrayList<>(KITCHENS.get(number % KITCHENS.size()).dishes());
    int size = 4 + dice.below(dishes.size() - 3);
    while (dishes.size() > size) {
      dishes.remove(dice.below(dishes.size()));
    }
    List<Dish> menu = new ArrayList<>();
    for (String dish : dishes) {
      long price = 350 + 10L * dice.below(150);
      menu.add(new Dish("p" + (menu.size() + 1), dish, "", price));
    }
    return Collections.unmodifiableList(menu);
  }
}
