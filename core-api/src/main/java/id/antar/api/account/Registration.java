package id.antar.api.account;

import id.antar.api.geo.Vehicle;
import org.jspecify.annotations.Nullable;

/// What a customer or courier says of themselves with the sign-up: personal data.
///
/// @param vehicle of a courier, as are its plate and capacity
public record Registration(
    String name, String phone, @Nullable Vehicle vehicle, String licensePlate, int capacity) {

  @Override
  public String toString() {
    return "Registration[" + vehicle + "]";
  }
}
