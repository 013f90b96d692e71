package id.antar.api.merchant;

import id.antar.api.geo.GeoPoint;

/// A merchant as customers see it. A business, not a person: none of it is personal data.
public record MerchantProfile(
    String name, String description, String phone, String address, GeoPoint location) {

  public MerchantProfile {
    if (name.isBlank() || name.length() > 120) {
      throw new IllegalArgumentException("name is blank or longer than 120 characters.");
    }
    if (description.length() > 1000 || phone.length() > 24 || address.length() > 300) {
      throw new IllegalArgumentException(
          "description may have 1000 characters, phone 24, address 300.");
    }
  }
}
