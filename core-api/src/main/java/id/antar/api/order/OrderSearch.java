package id.antar.api.order;

import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.geo.GeoBox;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.search.Bucket;
import id.antar.api.search.IndexState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a search for orders asks, and what it is told.
public final class OrderSearch {

  private OrderSearch() {}

  /// Everything that is given must hold. The place is the merchant's.
  ///
  /// @param text words of the merchant's and the products' names, or ids; perhaps misspelt, the
  ///   last one perhaps unfinished
  /// @param customerName words of the customer's own name, exactly but for case and accents; for
  ///   whoever may know customers
  /// @param statuses one of them; all if it is empty
  /// @param placedFrom inclusive, as `placedTo` is exclusive
  /// @param withinMetres of `near`
  /// @param cell H3, of the resolutions 7 to 9
  /// @param amountFrom of the whole price in minor units, inclusive, as `amountTo` is
  public record Filter(
      @Nullable String text,
      @Nullable String customerName,
      @Nullable CustomerId customerId,
      @Nullable MerchantId merchantId,
      @Nullable CourierId courierId,
      Set<OrderStatus> statuses,
      @Nullable PaymentMethod paymentMethod,
      @Nullable Instant placedFrom,
      @Nullable Instant placedTo,
      @Nullable GeoPoint near,
      @Nullable Integer withinMetres,
      @Nullable GeoBox box,
      @Nullable String cell,
      @Nullable Long amountFrom,
      @Nullable Long amountTo,
      @Nullable String currency) {

    public static final Filter NONE =
        new Filter(
            null, null, null, null, null, Set.of(), null, null, null, null, null, null, null, null,
            null, null);

    public Filter {
      statuses = Set.copyOf(statuses);
    }

    public boolean hasText() {
      return text != null && !text.isBlank();
    }
  }

  /// In what order. `RELEVANCE` needs a text, `NEAREST` a place.
  public enum Sort {
    RELEVANCE,
    NEWEST,
    OLDEST,
    HIGHEST,
    LOWEST,
    NEAREST
  }

  /// What is counted of everything that was found.
  public enum Facet {
    STATUS,
    MERCHANT,
    PAYMENT_METHOD,
    /// Per hour; for at most 31 days.
    HOUR,
    /// Per day.
    DAY,
    /// Per range of minor units.
    AMOUNT,
    /// Per H3 cell of the merchants.
    CELL
  }

  /// @param timeZone in which hours and days begin
  /// @param cellResolution 7 to 9
  public record Counting(Set<Facet> facets, ZoneId timeZone, int cellResolution) {

    public static final Counting NOTHING = new Counting(Set.of(), ZoneId.of("UTC"), 8);

    public Counting {
      facets = Set.copyOf(facets);
    }
  }

  /// @param total how many there are in all
  /// @param facets one list for each that was asked for
  public record Hits(
      List<OrderId> orders,
      long total,
      Map<Facet, List<Bucket>> facets,
      @Nullable String nextCursor,
      IndexState index) {

    public Hits {
      orders = List.copyOf(orders);
      facets = Map.copyOf(facets);
    }
  }
}
