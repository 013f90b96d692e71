package id.antar.infra.engine;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The engine as a client sees it.
final class Api {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http;
  private final String userAgent;
  private final String url;
  private final JsonNode tokens;

  Api(String url, JsonNode tokens) {
    this(url, tokens, HttpClient.newHttpClient(), "test");
  }

  private Api(String url, JsonNode tokens, HttpClient http, String userAgent) {
    this.url = url;
    this.tokens = tokens;
    this.http = http;
    this.userAgent = userAgent;
  }

  /// The same engine, called by another device.
  Api by(HttpClient device, String name) {
    return new Api(url, tokens, device, name);
  }

  String url() {
    return url;
  }

  /// A caller with a token of their own.
  Caller as(String role, String subject) {
    String body = "{\"role\":\"%s\",\"subject\":\"%s\"}".formatted(role, subject);
    JsonNode issued =
        new Caller(tokens.path("admin").asString()).post("/v1/auth/tokens", body).ok();
    return new Caller(issued.path("accessToken").asString());
  }

  Caller operator() {
    return new Caller(tokens.path("operator").asString());
  }

  Caller holderOf(String token) {
    return new Caller(token);
  }

  Caller byKey(String key) {
    return new Caller("ApiKey", key);
  }

  record Answer(int status, String body) {
    JsonNode ok() {
      assertThat(status).as(body).isBetween(200, 299);
      return JSON.readTree(body.isEmpty() ? "{}" : body);
    }

    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  final class Caller {
    private final String scheme;
    private final String token;

    Caller(String token) {
      this("Bearer", token);
    }

    private Caller(String scheme, String token) {
      this.scheme = scheme;
      this.token = token;
    }

    String token() {
      return token;
    }

    Answer get(String path) {
      return send(to(path).GET());
    }

    Answer post(String path, String body) {
      return post(path, body, UUID.randomUUID().toString());
    }

    Answer post(String path, String body, String key) {
      return send(to(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    /// As one step of a trace.
    Answer traced(String traceParent, String path) {
      return send(to(path).header("traceparent", traceParent).GET());
    }

    Answer traced(String traceParent, String path, String body) {
      return send(
          to(path)
              .header("traceparent", traceParent)
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
      return send(to(path).PUT(BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
      return send(to(path).DELETE());
    }

    private HttpRequest.Builder to(String path) {
      return HttpRequest.newBuilder(URI.create(url + path))
          .timeout(Duration.ofSeconds(30))
          .header("Authorization", scheme + " " + token)
          .header("User-Agent", userAgent)
          .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) {
      try {
        HttpResponse<String> response = http.send(request.build(), ofString());
        return new Answer(response.statusCode(), response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
