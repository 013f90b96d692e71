package id.antar.api.ops;

import id.antar.api.account.Permission;

/// A file that a job leaves.
///
/// @param needs who has it may fetch the file
/// @param personal whether it holds personal data in the clear: then it is deleted as soon as any
///   person is forgotten
public record JobResult(String fileName, String mediaType, Permission needs, boolean personal) {

  public JobResult {
    if (!fileName.matches("[a-z0-9][a-z0-9.-]{0,99}")) {
      throw new IllegalArgumentException("A file name (" + fileName + ") is not plain.");
    }
  }
}
