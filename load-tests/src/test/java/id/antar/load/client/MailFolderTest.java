package id.antar.load.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {

  private static final String ADA = "mail.email_confirmation.ada-1.q.1789.0c1d";

  @TempDir private Path folder;

  @Test
  void everybodyFindsTheTokenOfTheirOwnMail() throws Exception {
    mail("1.eml", "ada@town.example", "Confirm that this is your e-mail address:\r\n\r\n" + ADA);
    mail("customer.bo/2.eml", "bo@town.example", "Berlaku:\r\n\r\nmail.email_confirmation.bo\r\n");
    mail("3.draft", "cy@town.example", "mail.email_confirmation.cy");
    var mails = new MailFolder(folder, Duration.ZERO);

    assertThat(mails.awaitToken("Ada@town.example")).isEqualTo(ADA);
    assertThat(mails.awaitToken("bo@town.example")).isEqualTo("mail.email_confirmation.bo");
    assertThatThrownBy(() -> mails.awaitToken("cy@town.example"))
        .hasMessageContaining("No mail for cy@town.example");
  }

  @Test
  void aWrappedLineIsPutTogether() throws Exception {
    mail("1.eml", "ada@town.example", ADA.substring(0, 30) + "=\r\n" + ADA.substring(30));

    assertThat(new MailFolder(folder, Duration.ZERO).awaitToken("ada@town.example")).isEqualTo(ADA);
  }

  @Test
  void aFolderThatIsNotThereYetIsAnEmptyOne() {
    var mails = new MailFolder(folder.resolve("later"), Duration.ZERO);

    assertThatThrownBy(() -> mails.awaitToken("ada@town.example"))
        .isInstanceOf(IllegalStateException.class);
  }

  private void mail(String name, String to, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(
        folder.resolve(name), "From: Antar <a@b>\r\nTo: " + to + "\r\n\r\n" + text + "\r\n");
  }
}
