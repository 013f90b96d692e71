package id.antar.gateway.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class TrackPageTest extends GatewayTest {

  private static final List<String> FILES =
      List.of("/track", "/track/track.css", "/track/track.js");

  private EntityExchangeResult<byte[]> fetch(String path) {
    return client.get().uri(path).exchange().expectStatus().isOk().expectBody().returnResult();
  }

  private String text(String path) {
    return new String(requireNonNull(fetch(path).getResponseBody()), UTF_8);
  }

  @Test
  void thePageAsksNobodyElseAndTellsNobodyWhereItWasOpened() {
    for (String path : FILES) {
      HttpHeaders headers = fetch(path).getResponseHeaders();

      assertThat(headers.getFirst("Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "http", "*");
      assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  @Test
  void thereIsNoScriptOrStyleInThePageItself() {
    assertThat(text("/track"))
        .contains("<script src=\"track/track.js\" defer></script>", "OpenStreetMap contributors")
        .doesNotContain("<style", "style=", "onload", "onclick");
    assertThat(text("/track/track.js")).doesNotContain("innerHTML", "eval(", "http:", "https:");
  }

  @Test
  void itIsSmallAndMayBeKept() {
    int bytes = 0;
    for (String path : FILES) {
      EntityExchangeResult<byte[]> file = fetch(path);
      bytes += requireNonNull(file.getResponseBody()).length;
      String tag = requireNonNull(file.getResponseHeaders().getETag());
      assertThat(file.getResponseHeaders().getCacheControl()).contains("max-age=");
      client
          .get()
          .uri(path)
          .header("If-None-Match", tag)
          .exchange()
          .expectStatus()
          .isNotModified()
          .expectHeader()
          .value("Content-Security-Policy", it -> assertThat(it).contains("script-src 'self'"));
    }
    assertThat(bytes).isLessThan(40_000);
  }

  @Test
  void eachFileSaysWhatItIs() {
    assertThat(FILES.stream().map(path -> fetch(path).getResponseHeaders().getContentType() + ""))
        .containsExactly(
            "text/html;charset=UTF-8", "text/css;charset=UTF-8", "text/javascript;charset=UTF-8");
  }
}
