package id.antar.api.person;

/// How a person is called and reached.
public record Contact(String name, String phone) {

  public Contact {
    if (name.isBlank() || name.length() > 120) {
      throw new IllegalArgumentException("name is blank or longer than 120 characters.");
    }
    if (!phone.matches("\\+?[0-9 ()-]{4,24}")) {
      throw new IllegalArgumentException("phone is not a telephone number.");
    }
  }
}
