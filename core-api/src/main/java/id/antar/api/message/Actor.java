package id.antar.api.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who causes something: a role and the id in that role, written `customer:4711`.
public record Actor(Role role, String id) {

  public static final Actor SYSTEM = new Actor(Role.SYSTEM, "antar");

  /// Whoever has not shown who they are, in the name of the engine's door.
  public static final Actor DOOR = system("door");

  public Actor {
    if (id.isBlank()) {
      throw new IllegalArgumentException("The actor (" + role + ") has a blank id.");
    }
  }

  public static Actor system(String process) {
    return new Actor(Role.SYSTEM, process);
  }

  @JsonCreator
  public static Actor parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("The actor (" + text + ") is not of the form role:id.");
    }
    return new Actor(
        Role.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
  }

  @JsonValue
  @Override
  public String toString() {
    return role.name().toLowerCase(Locale.ROOT) + ":" + id;
  }

  public enum Role {
    CUSTOMER,
    /// The owner of a merchant, or of several.
    MERCHANT,
    STORE_MANAGER,
    SUPERVISOR,
    CASHIER,
    COURIER,
    OPERATOR,
    ANALYST,
    ADMIN,
    /// Whose program acts for merchants.
    DEVELOPER,
    /// Who waits at one order's door and holds its tracking link; the id is the order's. Has no
    /// account.
    RECIPIENT,
    SYSTEM;

    /// Those who act for merchants: the owner, the staff, and who writes their programs.
    public boolean isOfMerchant() {
      return switch (this) {
        case MERCHANT, STORE_MANAGER, SUPERVISOR, CASHIER, DEVELOPER -> true;
        case CUSTOMER, COURIER, OPERATOR, ANALYST, ADMIN, RECIPIENT, SYSTEM -> false;
      };
    }

    /// Those who work for all.
    public boolean isStaff() {
      return switch (this) {
        case OPERATOR, ANALYST, ADMIN -> true;
        case CUSTOMER,
            MERCHANT,
            STORE_MANAGER,
            SUPERVISOR,
            CASHIER,
            COURIER,
            DEVELOPER,
            RECIPIENT,
            SYSTEM ->
            false;
      };
    }
  }
}
