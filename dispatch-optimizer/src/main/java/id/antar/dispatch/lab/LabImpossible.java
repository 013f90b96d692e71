package id.antar.dispatch.lab;

/// A window that cannot be run again, with the reason in words for whoever asked.
public final class LabImpossible extends RuntimeException {

  LabImpossible(String message) {
    super(message);
  }
}
