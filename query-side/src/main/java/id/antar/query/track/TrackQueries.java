package id.antar.query.track;

import id.antar.api.position.TrackQuery.GetTrack;
import id.antar.api.position.TrackQuery.Track;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.queryhandling.QueryHandler;

final class TrackQueries {

  private final CourierTracks tracks;
  private final Executor readers;

  TrackQueries(CourierTracks tracks, Executor readers) {
    this.tracks = tracks;
    this.readers = readers;
  }

  @QueryHandler
  CompletableFuture<Track> track(GetTrack query) {
    return CompletableFuture.supplyAsync(
        () -> tracks.track(query.courierId(), query.from(), query.to(), query.limit()), readers);
  }
}
