package id.antar.infra.personal;

import id.antar.api.ops.JobProgress;
import id.antar.infra.key.EngineKeys;
import id.antar.infra.key.KeyName;
import id.antar.infra.personal.PersonKeyTable.Stored;
import id.antar.infra.personal.Wrapping.Wrapped;
import java.util.List;
import java.util.Objects;

/// Puts a new master key in the place of the old one, while the engine runs: makes it, wraps every
/// person's key by it, slice by slice, and drops the old one when nothing uses it. One that was
/// interrupted is gone on with.
public final class KeyRotation {
  private static final int SLICE = 500;

  private final MasterKeys masters;
  private final PersonKeyTable table;
  private final Wrapping wrapping;
  private final EngineKeys known;

  KeyRotation(MasterKeys masters, PersonKeyTable table, Wrapping wrapping, EngineKeys known) {
    this.masters = masters;
    this.table = table;
    this.wrapping = wrapping;
    this.known = known;
  }

  public synchronized void run(JobProgress progress) {
    if (masters.all().size() == 1 && !masters.areOurs()) {
      progress.finding(
          "The master key is given in %s: put a new one there and this one into %s, start the engine again, then rotate."
              .formatted(GivenKeys.CURRENT, GivenKeys.PREVIOUS));
      return;
    }
    if (masters.all().size() == 1) {
      masters.makeCurrent(MasterKey.random());
    } else if (masters.areOurs()) {
      masters.keep();
    }
    known.add(KeyName.MASTER, masters.current().fingerprint());
    wrapAll(masters.current(), progress);
    leaveFormer(progress);
  }

  private void wrapAll(MasterKey master, JobProgress progress) {
    progress.total(table.countNotBy(master.thumbprint()));
    for (var slice = slice(master); !slice.isEmpty(); slice = slice(master)) {
      slice.forEach(it -> wrap(it, master));
      progress.advance(slice.size());
    }
    progress.summary("Every person's key is wrapped by " + master.thumbprint() + ".");
  }

  private List<Stored> slice(MasterKey master) {
    return table.notBy(master.thumbprint(), SLICE);
  }

  private void wrap(Stored stored, MasterKey master) {
    Wrapped before = Objects.requireNonNull(stored.wrapped());
    table.replace(stored.person(), before, wrapping.again(stored.person(), before, master));
  }

  private void leaveFormer(JobProgress progress) {
    known.keepOnly(KeyName.MASTER, masters.current().fingerprint());
    if (masters.areOurs()) {
      masters.dropFormer();
      progress.summary("The former master key is gone.");
    } else {
      progress.summary(GivenKeys.PREVIOUS + " is not needed any more.");
    }
  }
}
