package id.antar.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.mode.Mode;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class ConsolePageTest extends GatewayTest {

  private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/console/assets/[^\"]+)\"");

  private EntityExchangeResult<byte[]> fetch(String path) {
    return client.get().uri(path).exchange().expectStatus().isOk().expectBody().returnResult();
  }

  private String page(String path) {
    return new String(requireNonNull(fetch(path).getResponseBody()), UTF_8);
  }

  private List<String> files() {
    return FILE.matcher(page("/console")).results().map(it -> it.group(1)).distinct().toList();
  }

  @Test
  void everyAddressOfTheConsoleShowsTheOnePage() {
    String page = page("/console");

    assertThat(page).contains("<script type=\"module\"").doesNotContain("<style", "style=");
    assertThat(page("/console/")).isEqualTo(page);
    assertThat(page("/console/board?late=true")).isEqualTo(page);
    assertThat(page("/console/orders/4711")).isEqualTo(page);
  }

  @Test
  void aTokenInItsAddressIsForDevelopment() {
    assertThat(page("/console")).contains("<meta name=\"antar-mode\" content=\"development\">");
    assertThat(ConsolePage.page("<head></head>", Mode.PRODUCTION)).isEqualTo("<head></head>");
  }

  @Test
  void thePageIsAskedForAnewAndRunsNothingButItsOwnFiles() {
    HttpHeaders headers = fetch("/console/board").getResponseHeaders();

    assertThat(headers.getCacheControl()).isEqualTo("no-cache");
    assertThat(headers.getFirst("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "worker-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe", "http", "*");
    client
        .get()
        .uri("/console")
        .header("If-None-Match", requireNonNull(headers.getETag()))
        .exchange()
        .expectStatus()
        .isNotModified()
        .expectHeader()
        .value("Content-Security-Policy", it -> assertThat(it).contains("script-src 'self'"));
  }

  @Test
  void itsFilesAreKeptForEverAndComePacked() {
    assertThat(files())
        .isNotEmpty()
        .allSatisfy(path -> {
          assertThat(fetch(path).getResponseHeaders().getCacheControl())
              .contains("max-age=31536000", "public", "immutable");
          client
              .get()
              .uri(path)
              .header("Accept-Encoding", "br, gzip")
              .exchange()
              .expectHeader()
              .valueEquals("Content-Encoding", "br");
        });
  }

  @Test
  void aWorkerMayAskTheEngineAndNothingElse() {
    assertThat(files())
        .isNotEmpty()
        .allSatisfy(path -> {
          HttpHeaders headers = fetch(path).getResponseHeaders();

          assertThat(headers.getFirst("Content-Security-Policy"))
              .startsWith("default-src 'none'")
              .contains("connect-src 'self'")
              .doesNotContain("script-src", "unsafe", "http", "*");
        });
  }

  @Test
  void aFileThatDoesNotExistIsNotThePage() {
    client.get().uri("/console/assets/none.js").exchange().expectStatus().isNotFound();
  }
}
