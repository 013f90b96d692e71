package id.antar.infra.mail;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.person.PersonId;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePostTest {
  private static final PersonId ADA = new PersonId("customer.ada");
  private static final PersonId EVE = new PersonId("customer.ada.eve");

  @TempDir private Path folder;

  private static MimeMessage mail() throws Exception {
    var mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setText("Hello");
    return mail;
  }

  @Test
  void everybodysMailsGoWithThem() throws Exception {
    var post = new FilePost(folder);
    Files.createDirectories(folder.resolve("Somebody's own"));
    post.take(ADA, "one", mail());
    post.take(ADA, "one", mail());
    post.take(EVE, "two", mail());
    assertThat(post.kept()).containsExactlyInAnyOrder(ADA, EVE);

    post.forget(ADA);
    post.forget(ADA);

    assertThat(post.kept()).containsExactly(EVE);
    assertThat(folder.resolve("customer.ada.eve/two.eml")).content().contains("Hello");
    assertThat(folder.resolve("Somebody's own")).isDirectory();
  }

  @Test
  void aMailIsForItsOwnersEyes() throws Exception {
    var post = new FilePost(folder);
    post.take(ADA, "one", mail());

    Path written = folder.resolve("customer.ada/one.eml");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
        .isEqualTo("rw-------");
  }
}
