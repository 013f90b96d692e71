package id.antar.infra.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.api.person.PersonId;
import id.antar.infra.cli.OpsTool;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.key.EngineKeys;
import id.antar.infra.key.KeyName;
import id.antar.infra.work.WorkFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyRotationIT {
  private final PersonKeys keys = TestEngine.bean(PersonKeys.class);
  private final EngineKeys known = TestEngine.bean(EngineKeys.class);
  private final WorkFolder work = TestEngine.bean(WorkFolder.class);

  /// Stops as a killed engine does: after some slice, without a word.
  private static final class Killed implements JobProgress {
    @Override
    public void total(long units) {}

    @Override
    public void advance(long units) {
      throw new IllegalStateException("killed");
    }

    @Override
    public void summary(String line) {}

    @Override
    public void finding(String line) {}

    @Override
    public Path result(JobResult result) {
      throw new UnsupportedOperationException();
    }
  }

  /// An engine that starts now and finds what the last one has left.
  private PersonKeys restarted() {
    MasterKeys masters =
        MasterKeys.load(new GivenKeys(List.of()), work, () -> known.requireNone(KeyName.MASTER));
    var wrapping = new Wrapping(masters);
    var fresh = new JdbcPersonKeys(TestEngine.bean(PersonKeyTable.class), wrapping, masters);
    fresh.requireThatMastersFit();
    masters.requireThatTheyFit(known);
    return fresh;
  }

  private List<String> masterKeys() {
    return String.valueOf(work.find("master.key")).lines().toList();
  }

  @Test
  void aRotationThatIsKilledLosesNothingAndIsGoneOnWith() {
    String run = UUID.randomUUID().toString();
    List<PersonId> persons =
        IntStream.range(0, 1_100).mapToObj(i -> new PersonId("rotated." + run + "-" + i)).toList();
    var before = new ArrayList<Keyed>();
    persons.forEach(it -> before.add(keys.keyOf(it)));
    PersonId forgotten = persons.getFirst();
    keys.drop(forgotten);
    before.set(0, new Keyed.Forgotten());
    List<String> oldMaster = masterKeys();
    assertThat(oldMaster).hasSize(1);

    assertThatThrownBy(() -> TestEngine.bean(KeyRotation.class).run(new Killed()))
        .hasMessage("killed");

    assertThat(masterKeys()).hasSize(2).containsAll(oldMaster);
    assertThat(persons.stream().map(restarted()::find)).containsExactlyElementsOf(before);

    int _ = OpsTool.run("keys", "rotate", "--antar.work=" + TestEngine.work());

    assertThat(masterKeys()).hasSize(1).doesNotContainAnyElementsOf(oldMaster);
    assertThat(persons.stream().map(restarted()::find)).containsExactlyElementsOf(before);
    assertThat(OpsTool.run("keys", "rotate", "--antar.work=" + TestEngine.work())).isZero();
    assertThat(OpsTool.run("keys")).isEqualTo(2);
  }
}
