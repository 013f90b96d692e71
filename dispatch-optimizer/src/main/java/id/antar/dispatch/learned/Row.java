package id.antar.dispatch.learned;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import id.antar.api.merchant.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What is kept under one key. Names no person: a door is an H3 cell of some 10 hectares, and an
/// order that has ended leaves no row.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "row")
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Row permits Window, Row.Tally, Row.OrderUnderWay, Row.TripUnderWay {

  JsonMapper JSON = JsonMapper.shared();

  static String write(Row row) {
    return JSON.writeValueAsString(row);
  }

  static Row read(String json) {
    return JSON.readValue(json, Row.class);
  }

  /// Sums of absolute errors, in seconds.
  @JsonTypeName("tally")
  record Tally(long observations, long learnedError, long constantError) implements Row {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally with(int learned, int constant) {
      return new Tally(
          observations + 1, learnedError + Math.abs(learned), constantError + Math.abs(constant));
    }
  }

  /// The first halves of observations about an order.
  ///
  /// @param cell of the door; absent if the address is forgotten
  /// @param firstPromise the ready time as it was confirmed
  /// @param promise the ready time as it was promised last
  /// @param readyAt as the merchant told it
  /// @param atPickup when the courier came to the merchant
  /// @param pickedUp some courier has had it
  /// @param atDoor when the courier came to the door
  @JsonTypeName("order")
  record OrderUnderWay(
      MerchantId merchantId,
      @Nullable String cell,
      @Nullable Instant firstPromise,
      @Nullable Instant promise,
      @Nullable Instant readyAt,
      @Nullable Instant atPickup,
      boolean pickedUp,
      @Nullable Instant atDoor)
      implements Row {

    static OrderUnderWay placed(MerchantId merchantId, @Nullable String cell) {
      return new OrderUnderWay(merchantId, cell, null, null, null, null, false, null);
    }

    OrderUnderWay withPromise(Instant at) {
      return new OrderUnderWay(
          merchantId,
          cell,
          firstPromise == null ? at : firstPromise,
          at,
          readyAt,
          atPickup,
          pickedUp,
          atDoor);
    }

    OrderUnderWay withReadyAt(Instant at) {
      return new OrderUnderWay(
          merchantId, cell, firstPromise, promise, at, atPickup, pickedUp, atDoor);
    }

    OrderUnderWay withAtPickup(@Nullable Instant at) {
      return new OrderUnderWay(
          merchantId, cell, firstPromise, promise, readyAt, at, pickedUp, atDoor);
    }

    OrderUnderWay withPickedUp() {
      return new OrderUnderWay(
          merchantId, cell, firstPromise, promise, readyAt, atPickup, true, atDoor);
    }

    OrderUnderWay withAtDoor(Instant at) {
      return new OrderUnderWay(
          merchantId, cell, firstPromise, promise, readyAt, atPickup, pickedUp, at);
    }
  }

  /// A courier serves one order after the other.
  ///
  /// @param collectingAt the merchant that the last stop was a pickup at
  /// @param doneAt when the last stop was done
  @JsonTypeName("trip")
  record TripUnderWay(@Nullable MerchantId collectingAt, Instant doneAt) implements Row {}
}
