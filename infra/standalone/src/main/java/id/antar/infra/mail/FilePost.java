package id.antar.infra.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.mode.DurableFile;
import id.antar.api.person.PersonId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// Writes mails into a folder, for development: each person's into one of their own, for whoever
/// runs the engine alone.
final class FilePost implements Post {
  private static final Pattern OWNER = Pattern.compile("[a-z_]+\\.[A-Za-z0-9._~-]{1,64}");

  private final Path folder;

  FilePost(Path folder) {
    this.folder = folder;
  }

  @Override
  public void take(PersonId to, String mailId, MimeMessage message)
      throws MessagingException, IOException {
    Path own = Files.createDirectories(folder.resolve(to.value()));
    var written = new ByteArrayOutputStream();
    message.writeTo(written);
    DurableFile.replaceSecret(own.resolve(mailId + ".eml"), written.toString(UTF_8));
  }

  @Override
  public List<PersonId> kept() throws IOException {
    try (Stream<Path> owners = Files.list(folder)) {
      return owners
          .filter(Files::isDirectory)
          .map(own -> own.getFileName().toString())
          .filter(name -> OWNER.matcher(name).matches())
          .map(PersonId::new)
          .toList();
    }
  }

  @Override
  public void forget(PersonId person) throws IOException {
    FileSystemUtils.deleteRecursively(folder.resolve(person.value()));
  }
}
