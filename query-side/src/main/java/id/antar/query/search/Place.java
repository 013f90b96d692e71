package id.antar.query.search;

import co.elastic.clients.elasticsearch._types.DistanceUnit;
import co.elastic.clients.elasticsearch._types.GeoLocation;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import id.antar.api.geo.GeoBox;
import id.antar.api.geo.GeoPoint;

/// A point as the search server writes it.
public record Place(double lat, double lon) {

  public static Place of(GeoPoint point) {
    return new Place(point.latitude(), point.longitude());
  }

  public GeoPoint toPoint() {
    return new GeoPoint(lat, lon);
  }

  public static Query within(String field, GeoPoint centre, int metres) {
    return Query.of(
        q -> q.geoDistance(g -> g.field(field).location(location(centre)).distance(metres + "m")));
  }

  public static Query within(String field, GeoBox box) {
    return Query.of(q ->
        q.geoBoundingBox(g ->
            g.field(field)
                .boundingBox(b ->
                    b.coords(c ->
                        c.bottom(box.south())
                            .left(box.west())
                            .top(box.north())
                            .right(box.east())))));
  }

  public static SortOptions nearest(String field, GeoPoint to) {
    return SortOptions.of(s ->
        s.geoDistance(g ->
            g.field(field).location(location(to)).unit(DistanceUnit.Meters).order(SortOrder.Asc)));
  }

  private static GeoLocation location(GeoPoint point) {
    return GeoLocation.of(l -> l.latlon(at -> at.lat(point.latitude()).lon(point.longitude())));
  }
}
