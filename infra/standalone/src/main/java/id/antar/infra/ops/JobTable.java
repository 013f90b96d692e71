package id.antar.infra.ops;

import id.antar.api.ops.JobFiles;
import id.antar.api.ops.JobId;
import id.antar.api.ops.OpsQuery.JobView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The jobs of all processes on one database. Times are the server's.
final class JobTable {
  /// One that was not heard of for so long has nobody who works on it.
  static final Duration SILENT = Duration.ofSeconds(30);

  private static final int PIECES_AT_ONCE = 16;
  private static final String SILENT_ONES =
      " running AND heard_of_at < UTC_TIMESTAMP(6) - INTERVAL " + SILENT.toSeconds() + " SECOND";

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final JsonMapper json;

  JobTable(JdbcClient database, TransactionOperations transactions, JsonMapper json) {
    this.database = database;
    this.transactions = transactions;
    this.json = json;
  }

  /// @return false if there is a job of that id already, in whichever process
  boolean begin(String owner, JobView job) {
    return change(
        database
            .sql(
                """
                INSERT IGNORE INTO job (job_id, owner, running, heard_of_at, view)
                VALUES (?, ?, TRUE, UTC_TIMESTAMP(6), ?)\
                """)
            .params(job.jobId().value(), owner, text(job)));
  }

  /// @return false if it is its owner's no more, or somebody does not want it any more
  boolean heardOf(String owner, JobView job) {
    return change(
        database
            .sql(
                """
                UPDATE job SET heard_of_at = UTC_TIMESTAMP(6), view = ?
                WHERE job_id = ? AND owner = ? AND running AND NOT unwanted\
                """)
            .params(text(job), job.jobId().value(), owner));
  }

  /// @param length of what it leaves, if anything
  /// @return false if it is its owner's no more, or nobody wanted it any more and that is not what
  ///   it says
  boolean end(String owner, JobView job, @Nullable Long length) {
    return change(
        database
            .sql(
                """
                UPDATE job SET running = FALSE, view = ?, result_length = ?, personal = ?
                WHERE job_id = ? AND owner = ? AND running AND (NOT unwanted OR ?)\
                """)
            .param(text(job))
            .param(length)
            .param(job.result() != null && job.result().personal())
            .param(job.jobId().value())
            .param(owner)
            .param(job.state() == JobView.State.CANCELLED));
  }

  void cancel(JobId jobId) {
    boolean _ =
        change(
            database
                .sql("UPDATE job SET unwanted = TRUE WHERE job_id = ? AND running")
                .param(jobId.value()));
  }

  /// Those that an owner who begins anew had.
  void interrupt(String owner, UnaryOperator<JobView> interrupted) {
    interrupt(" running AND owner = ?", List.of(owner), interrupted);
  }

  /// Those whose owner is gone.
  ///
  /// @param asking who is not, however long it was not heard of
  void interruptSilent(String asking, UnaryOperator<JobView> interrupted) {
    interrupt(SILENT_ONES + " AND owner <> ?", List.of(asking), interrupted);
  }

  private void interrupt(String which, List<Object> of, UnaryOperator<JobView> interrupted) {
    for (JobView job : views("SELECT view FROM job WHERE" + which, of)) {
      var parameters = new ArrayList<Object>(List.of(text(interrupted.apply(job))));
      parameters.add(job.jobId().value());
      parameters.addAll(of);
      boolean changed =
          change(
              database
                  .sql("UPDATE job SET running = FALSE, view = ? WHERE job_id = ? AND" + which)
                  .params(parameters));
      if (changed) {
        deleteResult(job.jobId());
      }
    }
  }

  Optional<JobView> find(JobId jobId) {
    return views("SELECT view FROM job WHERE job_id = ?", List.of(jobId.value())).stream()
        .findFirst();
  }

  /// The latest first; those that run before all others.
  List<JobView> list(int limit) {
    return views("SELECT view FROM job ORDER BY running DESC, number DESC LIMIT ?", List.of(limit));
  }

  private List<JobView> views(String question, List<Object> parameters) {
    return read(it ->
        it.sql(question)
            .params(parameters)
            .query((row, _) -> json.readValue(row.getString(1), JobView.class))
            .list());
  }

  /// Some pieces at a time.
  ///
  /// @return its length
  long keep(JobId jobId, Path file) {
    deleteResult(jobId);
    long number = 0;
    long length = 0;
    try (InputStream in = Files.newInputStream(file)) {
      List<byte[]> pieces;
      do {
        pieces = pieces(in);
        insert(jobId, number, pieces);
        number += pieces.size();
        length += pieces.stream().mapToLong(it -> it.length).sum();
      } while (!pieces.isEmpty());
      return length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> pieces(InputStream in) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    byte[] next = in.readNBytes(JobFiles.PIECE);
    while (next.length > 0) {
      pieces.add(next);
      next = pieces.size() < PIECES_AT_ONCE ? in.readNBytes(JobFiles.PIECE) : new byte[0];
    }
    return pieces;
  }

  private void insert(JobId jobId, long from, List<byte[]> pieces) {
    transactions.executeWithoutResult(_ -> {
      long number = from;
      for (byte[] piece : pieces) {
        int _ =
            database
                .sql("INSERT INTO job_result (job_id, piece, content) VALUES (?, ?, ?)")
                .params(jobId.value(), number++, piece)
                .update();
      }
    });
  }

  OptionalLong length(JobId jobId) {
    return read(it ->
            it.sql("SELECT result_length FROM job WHERE job_id = ? AND result_length IS NOT NULL")
                .param(jobId.value())
                .query(Long.class)
                .optional())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  Optional<byte[]> piece(JobId jobId, long number) {
    return read(it ->
        it.sql("SELECT content FROM job_result WHERE job_id = ? AND piece = ?")
            .params(jobId.value(), number)
            .query((row, _) -> row.getBytes(1))
            .optional());
  }

  void deletePersonalResults() {
    read(it ->
            it.sql("SELECT job_id FROM job WHERE personal AND result_length IS NOT NULL")
                .query(String.class)
                .list())
        .forEach(it -> deleteResult(new JobId(it)));
  }

  void deleteResult(JobId jobId) {
    boolean _ =
        change(
            database
                .sql("UPDATE job SET result_length = NULL WHERE job_id = ?")
                .param(jobId.value()));
    JdbcClient.StatementSpec some =
        database
            .sql("DELETE FROM job_result WHERE job_id = ? LIMIT " + PIECES_AT_ONCE)
            .param(jobId.value());
    boolean more = true;
    while (more) {
      more = change(some);
    }
  }

  /// All but the latest that have ended.
  void deleteOld(int kept) {
    read(it ->
            it.sql(
                    """
                    SELECT job_id FROM job WHERE NOT running
                    ORDER BY number DESC LIMIT 1000 OFFSET ?\
                    """)
                .param(kept)
                .query(String.class)
                .list())
        .forEach(it -> {
          deleteResult(new JobId(it));
          boolean _ = change(database.sql("DELETE FROM job WHERE job_id = ?").param(it));
        });
  }

  private String text(JobView job) {
    return json.writeValueAsString(job);
  }

  private boolean change(JdbcClient.StatementSpec statement) {
    return Boolean.TRUE.equals(transactions.execute(_ -> statement.update() > 0));
  }

  private <T> T read(Function<JdbcClient, T> question) {
    return Objects.requireNonNull(transactions.execute(_ -> question.apply(database)));
  }
}
