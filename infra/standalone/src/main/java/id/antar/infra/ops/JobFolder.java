package id.antar.infra.ops;

import id.antar.api.ops.JobId;
import id.antar.api.ops.JobResult;
import id.antar.api.ops.OpsQuery.JobView;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Jobs in the work folder, each in a folder of its own: what it tells of itself, and its result.
final class JobFolder {
  private static final Logger LOG = LoggerFactory.getLogger(JobFolder.class);
  private static final String VIEW = "job.json";

  private final WorkFolder work;
  private final JsonMapper json;

  JobFolder(WorkFolder work, JsonMapper json) {
    this.work = work;
    this.json = json;
  }

  void write(JobView job) {
    var _ = work.folder(name(job.jobId()));
    work.write(name(job.jobId()) + "/" + VIEW, json.writeValueAsString(job));
  }

  /// What has been written, the earliest first.
  List<JobView> read() {
    try (Stream<Path> folders = Files.list(work.folder("jobs"))) {
      return folders.flatMap(this::view).sorted(Comparator.comparing(JobView::startedAt)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<JobView> view(Path folder) {
    try {
      String text = work.find(work.root().relativize(folder).resolve(VIEW).toString());
      return text == null ? Stream.empty() : Stream.of(json.readValue(text, JobView.class));
    } catch (JacksonException e) {
      LOG.warn("The job in {} cannot be read and is passed over.", folder, e);
      return Stream.empty();
    }
  }

  Path result(JobId jobId, JobResult result) {
    return work.folder(name(jobId)).resolve(result.fileName());
  }

  void deleteResult(JobView job) {
    if (job.result() != null) {
      work.delete(name(job.jobId()) + "/" + job.result().fileName());
    }
  }

  void delete(JobId jobId) {
    try {
      boolean _ = FileSystemUtils.deleteRecursively(work.path(name(jobId)));
    } catch (IOException e) {
      LOG.warn("The folder of the job {} cannot be deleted.", jobId, e);
    }
  }

  private static String name(JobId jobId) {
    return "jobs/" + jobId;
  }
}
