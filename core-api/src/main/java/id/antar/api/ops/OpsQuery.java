package id.antar.api.ops;

import id.antar.api.message.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions of those who run the engine.
public sealed interface OpsQuery<R> extends Query<R> {

  record GetJob(JobId jobId) implements OpsQuery<JobView> {
    @Override
    public Class<JobView> answer() {
      return JobView.class;
    }
  }

  /// The last jobs, the latest first.
  record ListJobs(int limit) implements OpsQuery<JobList> {
    @Override
    public Class<JobList> answer() {
      return JobList.class;
    }
  }

  record ListProcessors() implements OpsQuery<Processors> {
    @Override
    public Class<Processors> answer() {
      return Processors.class;
    }
  }

  record JobList(List<JobView> jobs) {
    public JobList {
      jobs = List.copyOf(jobs);
    }
  }

  /// @param startedBy the actor
  /// @param done units of work done, of `total` (0 while unknown)
  /// @param findings what is wrong, one line each; at most 100 of them
  /// @param summary one line per part of the work
  /// @param result the file that it has left or will leave
  record JobView(
      JobId jobId,
      String kind,
      String startedBy,
      State state,
      long done,
      long total,
      List<String> summary,
      List<String> findings,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable JobResult result) {
    public JobView {
      summary = List.copyOf(summary);
      findings = List.copyOf(findings);
    }

    public enum State {
      RUNNING,
      SUCCEEDED,
      FAILED,
      /// Somebody asked it to stop, and it did.
      CANCELLED
    }
  }

  record Processors(List<Processor> processors) {
    public Processors {
      processors = List.copyOf(processors);
    }
  }

  /// @param running whether all of it is worked on, in whichever process
  /// @param position the last event handled, -1 before the first; of one that runs in another
  ///   process, as it has last written it down
  /// @param lag how many positions it is behind the head of the event store
  /// @param lagSeconds how long the oldest event that it has not handled has been waiting, in the
  ///   engine's time
  /// @param error what it stumbled over last, while it does; the engine's log tells more
  record Processor(
      String name,
      boolean running,
      long position,
      long lag,
      double lagSeconds,
      long deadLetters,
      List<Segment> segments,
      @Nullable String error) {
    public Processor {
      segments = List.copyOf(segments);
    }
  }

  /// What one thread of a processor works on.
  ///
  /// @param replaying whether it handles events for the second time
  /// @param owner the process that works on it, by the name of its work folder; absent while none
  ///   does
  record Segment(
      int segment,
      boolean running,
      long position,
      boolean caughtUp,
      boolean replaying,
      @Nullable String owner) {}
}
