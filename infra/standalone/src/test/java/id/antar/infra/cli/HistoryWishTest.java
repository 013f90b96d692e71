package id.antar.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.work.WorkFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryWishTest {
  private static final String PRODUCTION = "{\"operator\": \"o\"}";
  private static final String DEVELOPMENT = "{\"operator\": \"o\", \"analyst\": \"a\"}";

  @TempDir Path folder;
  private WorkFolder work;

  @BeforeEach
  void aFolder() {
    work = WorkFolder.at(folder);
  }

  private String token(String issued, String... arguments) {
    work.write("tokens.json", issued);
    return HistoryWish.parse(arguments).token(work);
  }

  @Test
  void anAnalystAsksWhereThereIsOneAndAnOperatorElse() {
    assertThat(token(DEVELOPMENT, "history", "events")).isEqualTo("a");
    assertThat(token(DEVELOPMENT, "history", "events", "--personal")).isEqualTo("o");
    assertThat(token(PRODUCTION, "history", "events")).isEqualTo("o");
  }

  @Test
  void aValueMayFollowItsOptionOrStandBehindAnEqualsSign() {
    HistoryWish wish =
        HistoryWish.parse("history", "events", "--work=a=b", "--type", "OrderPlaced");

    assertThat(wish.work()).isEqualTo("a=b");
    assertThat(wish.path()).isEqualTo("/v1/history/events?type=OrderPlaced");
  }

  @Test
  void aSwitchHasNoValue() {
    assertThatThrownBy(() -> HistoryWish.parse("history", "events", "--personal=false"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
