package id.antar.load.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder to which an engine without a mail server writes its mails. Everybody finds there the
/// token by which they confirm their e-mail.
public final class MailFolder {

  private static final Pattern TO =
      Pattern.compile("^To:.*?([^\\s<>]+@[^\\s<>]+)", Pattern.MULTILINE);
  private static final Pattern TOKEN = Pattern.compile("mail\\.email_confirmation\\.[\\w.-]+");
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path folder;
  private final Duration patience;
  private final Set<String> read = new HashSet<>();
  private final Map<String, String> tokens = new HashMap<>();

  /// @param patience how long one waits for a mail
  public MailFolder(Path folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
  }

  public String awaitToken(String email) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<String> token = findToken(email);
    while (token.isEmpty() && System.nanoTime() - deadline < 0) {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      token = findToken(email);
    }
    return token.orElseThrow(
        () -> new IllegalStateException("No mail for " + email + " has come to " + folder + "."));
  }

  private synchronized Optional<String> findToken(String email) {
    if (!tokens.containsKey(key(email))) {
      readNew();
    }
    return Optional.ofNullable(tokens.get(key(email)));
  }

  /// Mails lie by person, each in a folder of their own.
  private void readNew() {
    try {
      for (Path entry : list(folder)) {
        for (Path mail : Files.isDirectory(entry) ? list(entry) : List.of(entry)) {
          if (mail.toString().endsWith(".eml") && read.add(mail.toString())) {
            keep(Files.readString(mail, UTF_8));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The mails in " + folder + " cannot be read.", e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  /// Long lines may be wrapped as quoted-printable does.
  private void keep(String mail) {
    Matcher to = TO.matcher(mail);
    Matcher token = TOKEN.matcher(mail.replaceAll("=\r?\n", ""));
    if (to.find() && token.find()) {
      tokens.put(key(to.group(1)), token.group());
    }
  }

  private static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
