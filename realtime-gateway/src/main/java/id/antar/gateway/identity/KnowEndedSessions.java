package id.antar.gateway.identity;

/// Says whether this process has been told of every session that was over when it started. Once it
/// has, it stays so.
@FunctionalInterface
public interface KnowEndedSessions {

  boolean asOfTheStart();
}
