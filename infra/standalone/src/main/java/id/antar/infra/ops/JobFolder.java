package id.antar.infra.ops;

import id.antar.api.ops.JobId;
import id.antar.api.ops.JobResult;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// Where the jobs of this process write what they will leave. Once a job has ended it is kept in
/// the database.
final class JobFolder {
  private static final Logger LOG = LoggerFactory.getLogger(JobFolder.class);
  private static final String ALL = "jobs";

  private final WorkFolder work;

  JobFolder(WorkFolder work) {
    this.work = work;
  }

  Path result(JobId jobId, JobResult result) {
    return work.folder(name(jobId)).resolve(result.fileName());
  }

  void delete(JobId jobId) {
    delete(name(jobId));
  }

  /// What jobs of an engine that ended were writing.
  void clear() {
    delete(ALL);
  }

  private void delete(String name) {
    try {
      boolean _ = FileSystemUtils.deleteRecursively(work.path(name));
    } catch (IOException e) {
      LOG.warn("The folder {} cannot be deleted.", name, e);
    }
  }

  private static String name(JobId jobId) {
    return ALL + "/" + jobId;
  }
}
