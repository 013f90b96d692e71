package id.antar.api.courier;

/// Who a courier is: personal data.
public record CourierProfile(String fullName, String phone, String licensePlate) {

  public CourierProfile {
    if (fullName.isBlank() || fullName.length() > 120) {
      throw new IllegalArgumentException("fullName is blank or longer than 120 characters.");
    }
    if (!phone.matches("\\+?[0-9 ()-]{4,24}")) {
      throw new IllegalArgumentException("phone is not a telephone number.");
    }
    if (licensePlate.length() > 16) {
      throw new IllegalArgumentException("licensePlate is longer than 16 characters.");
    }
  }
}
