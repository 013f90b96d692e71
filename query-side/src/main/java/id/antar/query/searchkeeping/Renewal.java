package id.antar.query.searchkeeping;

import id.antar.api.ops.JobProgress;
import id.antar.api.ops.JobResult;
import id.antar.query.rebuild.ProjectionRebuild;
import id.antar.query.search.SearchMeters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one index anew from the events, one run at a time, beside whatever serves until then.
final class Renewal {

  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
  private static final Duration BETWEEN_LEASES = Duration.ofSeconds(15);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  private final String alias;
  private final String fold;
  private final ProjectionRebuild rebuild;
  private final SearchMeters meters;
  private final AtomicBoolean underWay = new AtomicBoolean();
  private volatile long notBefore = System.nanoTime();

  Renewal(String alias, String fold, ProjectionRebuild rebuild, SearchMeters meters) {
    this.alias = alias;
    this.fold = fold;
    this.rebuild = rebuild;
    this.meters = meters;
  }

  boolean isUnderWay() {
    return underWay.get();
  }

  /// Not soon after it has failed: another engine may be able to.
  boolean mayStart() {
    return !isUnderWay() && System.nanoTime() - notBefore >= 0;
  }

  /// @param lease renews the right to do it, every few seconds
  /// @param release gives it back
  void start(Runnable lease, Runnable release) {
    if (underWay.compareAndSet(false, true)) {
      Thread.ofVirtual().name("renew-" + alias).start(() -> run(lease, release));
    }
  }

  private void run(Runnable lease, Runnable release) {
    var progress = new Progress(lease);
    try {
      rebuild.renew(fold, progress);
    } catch (RuntimeException e) {
      progress.finding(e.toString());
    } finally {
      tell(progress.findings);
      end(release);
    }
  }

  private void tell(List<String> findings) {
    meters.rebuilt(alias, findings.isEmpty());
    if (findings.isEmpty()) {
      LOG.info("The search index {} has been made anew.", alias);
    } else {
      notBefore = System.nanoTime() + AFTER_FAILURE.toNanos();
      LOG.error("The search index {} could not be made anew: {}", alias, findings);
    }
  }

  private void end(Runnable release) {
    try {
      release.run();
    } catch (RuntimeException e) {
      LOG.warn("{} stays reserved for a minute: {}", alias, e.toString());
    } finally {
      underWay.set(false);
    }
  }

  private static final class Progress implements JobProgress {

    private final Runnable lease;
    private final Pace leases = new Pace(BETWEEN_LEASES);
    private final List<String> findings = new CopyOnWriteArrayList<>();

    Progress(Runnable lease) {
      this.lease = lease;
    }

    @Override
    public void total(long units) {}

    @Override
    public void advance(long units) {
      if (leases.isDue(System.nanoTime())) {
        lease.run();
      }
    }

    @Override
    public void summary(String line) {
      LOG.info("{}", line);
    }

    @Override
    public Path result(JobResult result) {
      throw new UnsupportedOperationException("A search index leaves no file.");
    }

    @Override
    public void finding(String line) {
      findings.add(line);
    }
  }
}
