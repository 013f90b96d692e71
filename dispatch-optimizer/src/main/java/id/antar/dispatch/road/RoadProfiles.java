package id.antar.dispatch.road;

import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.GHUtility;
import id.antar.api.geo.Vehicle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How each vehicle uses the road.
final class RoadProfiles {

  /// All that the two models read, `country` included.
  static final String ENCODED_VALUES =
      "car_access, car_average_speed, road_access, road_class, roundabout, country, "
          + "bike_access, bike_average_speed, bike_priority, bike_road_access, foot_road_access, "
          + "mtb_rating, hike_rating";

  private RoadProfiles() {}

  static String name(Vehicle vehicle) {
    return vehicle.name().toLowerCase(Locale.ROOT);
  }

  static List<Profile> all() {
    return Arrays.stream(Vehicle.values()).map(RoadProfiles::of).toList();
  }

  static List<CHProfile> contracted() {
    return Arrays.stream(Vehicle.values()).map(v -> new CHProfile(name(v))).toList();
  }

  private static Profile of(Vehicle vehicle) {
    CustomModel model =
        switch (vehicle) {
          case SCOOTER -> scooter();
          case BICYCLE -> GHUtility.loadCustomModelFromJar("bike.json");
        };
    return new Profile(name(vehicle)).setCustomModel(model);
  }

  /// A car that may not use motorways and trunk roads and does not exceed 45 km/h.
  private static CustomModel scooter() {
    return GHUtility.loadCustomModelFromJar("car.json")
        .addToPriority(
            Statement.If(
                "road_class == MOTORWAY || road_class == TRUNK", Statement.Op.MULTIPLY, "0"))
        .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "45"));
  }
}
