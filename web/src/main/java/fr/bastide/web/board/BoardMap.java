package fr.bastide.web.board;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.board.BoardRow;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.territory.Maps;
import fr.bastide.loop.territory.Place;
import fr.bastide.loop.territory.Places;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Puts bodies on the map: GeoJSON (RFC 7946) of our own, nothing from outside.
@Component
class BoardMap {

  private static final JsonFactory FACTORY = new JsonFactory();

  /// Read when somebody first looks at the map, then kept: 36,000 points.
  private static final class Known {
    static final Places PLACES = Places.load();
  }

  /// The outlines of the departements of a region, if we have them.
  Optional<byte[]> outlines(String region) {
    return Maps.region(region);
  }

  /// Whom to name beside the map.
  String attribution() {
    return Known.PLACES.attribution();
  }

  /// A point for each body: its own, or that of its departement or region, which is said.
  byte[] points(List<BoardRow> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(200 * (rows.size() + 1));
    try (JsonGenerator json =
        FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeArrayPropertyStart("features");
      for (BoardRow row : rows) {
        place(row.body()).ifPresent(place -> feature(json, row, place));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void feature(JsonGenerator json, BoardRow row, Place place) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeObjectPropertyStart("geometry");
    json.writeStringProperty("type", "Point");
    json.writeArrayPropertyStart("coordinates");
    json.writeNumber(place.lon());
    json.writeNumber(place.lat());
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("id", row.body().id().value());
    json.writeStringProperty("name", row.body().name());
    json.writeStringProperty("grade", row.result().grade().name());
    json.writeNumberProperty("point", (int) Math.floor(row.result().total().point() + 1e-9));
    json.writeBooleanProperty("example", row.example());
    json.writeBooleanProperty("estimated", place.estimated());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static Optional<Place> place(Body body) {
    return known(body.id().value())
        .or(() -> body.insee().flatMap(code -> known("commune-" + code)))
        .or(() -> Known.PLACES.around(body.departement(), body.region()));
  }

  private static Optional<Place> known(String id) {
    return Known.PLACES.of(new BodyId(id));
  }
}
