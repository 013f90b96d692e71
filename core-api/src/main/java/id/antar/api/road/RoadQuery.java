package id.antar.api.road;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Query;
import java.util.List;

/// Questions about the street map.
public sealed interface RoadQuery<R> extends Query<R> {

  /// Which map this is.
  record GetMap() implements RoadQuery<MapView> {
    @Override
    public Class<MapView> answer() {
      return MapView.class;
    }
  }

  /// Whether a courier can get there.
  record LocateOnRoad(GeoPoint point) implements RoadQuery<RoadPoint> {
    @Override
    public Class<RoadPoint> answer() {
      return RoadPoint.class;
    }
  }

  /// The fastest way. Answered with null when there is none.
  record GetRoute(GeoPoint from, GeoPoint to, Vehicle vehicle) implements RoadQuery<RouteView> {
    @Override
    public Class<RouteView> answer() {
      return RouteView.class;
    }
  }

  /// The streets of a window of the map, whole also where they leave it. Answered with null when
  /// there are more than `most`.
  record GetStreets(GeoPoint southWest, GeoPoint northEast, boolean majorOnly, int most)
      implements RoadQuery<StreetsView> {
    @Override
    public Class<StreetsView> answer() {
      return StreetsView.class;
    }
  }

  /// A vector tile of the streets, counted from the north west of Web Mercator. Answered with null
  /// where the map has none.
  record GetTile(int zoom, int x, int y) implements RoadQuery<TileView> {
    public static final int LEAST_ZOOM = 10;
    public static final int MOST_ZOOM = 16;

    @Override
    public Class<TileView> answer() {
      return TileView.class;
    }
  }

  record MapView(
      String mapVersion,
      String attribution,
      GeoPoint southWest,
      GeoPoint northEast,
      List<Vehicle> vehicles) {
    public MapView {
      vehicles = List.copyOf(vehicles);
    }
  }

  /// @param covered within reach of the network
  /// @param snapped the nearest point of the network, or the point itself where there is none
  record RoadPoint(boolean covered, GeoPoint snapped, double distanceMetres) {}

  record RouteView(double distanceMetres, double durationSeconds, List<GeoPoint> points) {
    public RouteView {
      points = List.copyOf(points);
    }
  }

  /// @param zipped by gzip, in Base64
  record TileView(String mapVersion, String zipped) {}

  record StreetsView(String mapVersion, String attribution, List<Street> streets) {
    public StreetsView {
      streets = List.copyOf(streets);
    }
  }

  /// From one junction to the next, to about a metre.
  record Street(boolean major, List<GeoPoint> line) {
    public Street {
      line = List.copyOf(line);
    }
  }
}
