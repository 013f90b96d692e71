package id.antar.infra.mail;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import id.antar.infra.work.WorkFolder;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes mails into a folder, for development. Their owner alone can read them.
final class FilePost implements Post {
  private final Path folder;

  FilePost(Path folder) {
    this.folder = folder;
  }

  @Override
  public void take(String mailId, MimeMessage message) throws MessagingException, IOException {
    Path draft = folder.resolve(mailId + ".draft");
    Files.deleteIfExists(draft);
    Files.createFile(draft, WorkFolder.ownersAlone());
    try (var out = Files.newOutputStream(draft)) {
      message.writeTo(out);
    }
    Files.move(draft, folder.resolve(mailId + ".eml"), REPLACE_EXISTING);
  }
}
