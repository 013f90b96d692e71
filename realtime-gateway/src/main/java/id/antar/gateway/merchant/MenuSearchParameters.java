package id.antar.gateway.merchant;

import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantQuery.SearchMenus.Filter;
import id.antar.api.merchant.MerchantQuery.SearchMenus.Sort;
import id.antar.gateway.edge.request.Near;
import id.antar.gateway.edge.request.Parameters;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A search for menus or merchants, as the address says it.
///
/// @param openOnly `true` or `false`
/// @param ratedFrom in hundredths, 100 to 500
record MenuSearchParameters(
    @Nullable String text,
    @Nullable String latitude,
    @Nullable String longitude,
    @Nullable String withinMetres,
    @Nullable String openOnly,
    @Nullable String ratedFrom,
    @Nullable String sort) {

  Filter filter() {
    Integer metres = Parameters.number("withinMetres", withinMetres);
    Boolean open = Parameters.read("openOnly", openOnly, MenuSearchParameters::yesOrNo);
    return new Filter(
        Parameters.read("text", text, Function.identity()),
        near(metres),
        metres,
        Boolean.TRUE.equals(open),
        Parameters.number("ratedFrom", ratedFrom));
  }

  private @Nullable GeoPoint near(@Nullable Integer metres) {
    return Near.of(
        Parameters.degrees("latitude", latitude),
        Parameters.degrees("longitude", longitude),
        metres);
  }

  private static Boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text + " is neither true nor false.");
    };
  }

  /// The nearest first where there is a place, else the best match, else by name.
  Sort order() {
    Sort wanted = Parameters.word("sort", sort, Sort.class);
    boolean hasText = text != null && !text.isBlank();
    Sort usual = latitude != null ? Sort.NEAREST : hasText ? Sort.RELEVANCE : Sort.NAME;
    return Objects.requireNonNullElse(wanted, usual);
  }
}
