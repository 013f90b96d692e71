package id.antar.gateway.identity.account;

import id.antar.api.message.Ids;
import id.antar.gateway.edge.guard.CookieGuard;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpResponse;

/// What a browser keeps of a session of the console. Browsers take these cookies by TLS alone, and
/// from this machine.
final class ConsoleCookies {

  static final String DEVICE = "__Host-antar-device";

  private static final Duration DEVICE_LIFE = Duration.ofDays(365);

  void keep(
      ServerHttpResponse response,
      String refreshToken,
      @Nullable String deviceToken,
      Duration life) {
    response.addCookie(hidden(CookieGuard.SESSION, refreshToken, life));
    response.addCookie(cookie(CookieGuard.PROOF, Ids.random(), life).build());
    if (deviceToken != null) {
      response.addCookie(hidden(DEVICE, deviceToken, DEVICE_LIFE));
    }
  }

  void drop(ServerHttpResponse response) {
    response.addCookie(hidden(CookieGuard.SESSION, "", Duration.ZERO));
    response.addCookie(cookie(CookieGuard.PROOF, "", Duration.ZERO).build());
  }

  private static ResponseCookie hidden(String name, String value, Duration life) {
    return cookie(name, value, life).httpOnly(true).build();
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(
      String name, String value, Duration life) {
    return ResponseCookie.from(name, value).path("/").secure(true).sameSite("Strict").maxAge(life);
  }
}
