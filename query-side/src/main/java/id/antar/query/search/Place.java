package id.antar.query.search;

import co.elastic.clients.elasticsearch._types.GeoLocation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import id.antar.api.geo.GeoPoint;
import id.antar.api.message.InvalidQuery;

/// A point as the search server writes it.
public record Place(double lat, double lon) {

  public static Place of(GeoPoint point) {
    return new Place(point.latitude(), point.longitude());
  }

  public GeoPoint toPoint() {
    return new GeoPoint(lat, lon);
  }

  public static Query within(String field, GeoPoint centre, int metres) {
    if (metres < 1) {
      throw new InvalidQuery("withinMetres (" + metres + ") is not positive.");
    }
    return Query.of(
        q -> q.geoDistance(g -> g.field(field).location(location(centre)).distance(metres + "m")));
  }

  public static GeoLocation location(GeoPoint point) {
    return GeoLocation.of(l -> l.latlon(at -> at.lat(point.latitude()).lon(point.longitude())));
  }
}
