package id.antar.infra.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePostTest {
  @TempDir Path folder;

  @Test
  void aMailIsForItsOwnersEyesAndMayBeWrittenAgain() throws Exception {
    var message = new MimeMessage(Session.getInstance(new Properties()));
    message.setText("mail.password_reset.x");
    var post = new FilePost(folder);
    Files.writeString(folder.resolve("1.draft"), "half");

    post.take("1", message);
    post.take("1", message);

    Path mail = folder.resolve("1.eml");
    assertThat(mail).content().contains("mail.password_reset.x");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mail)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("1.draft")).doesNotExist();
  }
}
