package id.antar.infra.payment.midtrans;

import id.antar.api.payment.PaymentInstructions;
import id.antar.infra.payment.http.ProviderUris;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the customer has to do, and until when.
final class MidtransInstructions {
  /// Western Indonesia time, without saying so.
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private MidtransInstructions() {}

  static PaymentInstructions of(JsonNode body) {
    JsonNode account = body.path("va_numbers").path(0);
    return new PaymentInstructions(
        redirect(body),
        orNull(account.path("va_number").asString(body.path("permata_va_number").asString(""))),
        orNull(body.path("qr_string").asString(account.path("bank").asString(""))));
  }

  private static @Nullable URI redirect(JsonNode body) {
    String page = body.path("redirect_url").asString("");
    for (JsonNode action : body.path("actions")) {
      if (action.path("name").asString("").equals("deeplink-redirect")) {
        page = action.path("url").asString("");
      }
    }
    return ProviderUris.orNull(page);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static Optional<Instant> findExpiry(JsonNode body) {
    try {
      String time = body.path("expiry_time").asString("");
      return time.isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(time, TIME).toInstant(WIB));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
