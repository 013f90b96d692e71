package id.antar.api.message;

/// Why a message could not be handled, in the form in which another process is told: exceptions do
/// not travel.
///
/// @param message for whoever asked; it says nothing of how anything is done
public record Failure(Kind kind, String message) {

  public enum Kind {
    /// Another command was first at the same aggregate. Sent again, it is decided on the other's
    /// result.
    CONFLICT,
    /// Something that the engine stands on does not answer, or is too busy. That passes.
    DOWN,
    /// As [InvalidQuery] says.
    INVALID_QUERY,
    /// As [SearchUnavailable] says.
    NO_SEARCH,
    /// No answer came while somebody waited for one: whether it was done is not known. Whoever
    /// sends it again must be able to bear that it was.
    LATE,
    /// It will fail again.
    BUG
  }
}
