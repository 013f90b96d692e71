package id.antar.infra.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerTest {
  @TempDir Path folder;

  @Test
  void whoIsAloneHasTheSameNameAfterARestart() {
    WorkFolder work = WorkFolder.at(folder);

    assertThat(Owner.of(work, true))
        .isEqualTo(Owner.of(work, true))
        .isEqualTo(new Owner(work.id()));
  }

  @Test
  void twoFoldersOfOneIdOwnNothingTogether() {
    WorkFolder work = WorkFolder.at(folder.resolve("one"));
    WorkFolder copy = WorkFolder.at(folder.resolve("copy"));
    copy.write("id", work.id());

    assertThat(Owner.of(work, false)).isNotEqualTo(Owner.of(copy, false));
    assertThat(Owner.of(work, false).name()).startsWith(work.id()).hasSizeLessThanOrEqualTo(50);
  }
}
