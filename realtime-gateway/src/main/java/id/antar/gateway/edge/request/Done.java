package id.antar.gateway.edge.request;

/// What a command on something that exists is answered with.
public record Done(boolean accepted) {

  public static final Done DONE = new Done(true);
}
