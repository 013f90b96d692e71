package id.antar.infra.cli;

import static java.net.http.HttpResponse.BodyHandlers.ofInputStream;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Asks an engine about the past over HTTP.
final class HistoryClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI engine;
  private final String token;

  HistoryClient(URI engine, String token) {
    this.engine = engine;
    this.token = token;
  }

  /// @param upload what is sent along, as CSV or JSON by its name
  /// @param file where the answer goes, instead of the terminal
  boolean print(String path, String accept, Optional<Path> upload, Optional<Path> file)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = to(path).header("Accept", accept);
    if (upload.isPresent()) {
      String type = upload.get().toString().endsWith(".json") ? "application/json" : "text/csv";
      request.header("Content-Type", type).POST(BodyPublishers.ofFile(upload.get()));
    }
    HttpResponse<InputStream> answer = http.send(request.build(), ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        System.err.println(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        return false;
      }
      if (file.isPresent()) {
        Files.copy(body, file.get(), StandardCopyOption.REPLACE_EXISTING);
      } else {
        body.transferTo(System.out);
        if (accept.equals("application/json")) {
          System.out.println();
        }
      }
      return true;
    }
  }

  boolean export(String body, Path file) throws IOException, InterruptedException {
    var request = new OpsRequest("Exporting events", "/v1/history/exports", body);
    return new OpsClient(engine, token).run(request, file);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(engine.resolve(path)).header("Authorization", "Bearer " + token);
  }
}
