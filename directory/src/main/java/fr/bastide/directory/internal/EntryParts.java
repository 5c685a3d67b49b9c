package fr.bastide.directory.internal;

import fr.bastide.directory.Coordinates;
import fr.bastide.directory.HeldLabel;
import fr.bastide.directory.Label;
import fr.bastide.directory.Source;
import fr.bastide.kernel.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what providers, solutions and needs have in common.
final class EntryParts {

  private static final int MOST = 50;

  private EntryParts() {}

  static List<HeldLabel> labels(Fields entry, String key, Words words, boolean product) {
    List<HeldLabel> labels = new ArrayList<>();
    for (Fields fields : entry.mappings(key, MOST)) {
      fields.known("label", "scope", "from", "until", "proof");
      fields.need("label");
      Optional<String> label = words.label(fields, "label");
      HeldLabel held =
          new HeldLabel(
              label.orElse("?"),
              fields.textOr("scope", 300).orElse(""),
              fields.date("from"),
              fields.date("until"),
              website(fields, "proof"));
      label
          .flatMap(id -> words.vocabulary().flatMap(v -> v.label(id)))
          .ifPresent(known -> check(fields, held, known, product));
      if (held.from().isPresent() && held.until().filter(held.from().get()::isAfter).isPresent()) {
        fields.error(
            "until",
            "Ce label finit avant de commencer\u00a0: vérifiez les deux dates.",
            "This label ends before it begins: check both dates.");
      }
      labels.add(held);
    }
    return labels;
  }

  private static void check(Fields fields, HeldLabel held, Label known, boolean product) {
    if (known.product() != product) {
      warn(
          fields,
          "label",
          product
              ? new Text(
                  "Ce label se donne à des entreprises, pas à des produits.",
                  "This label is given to firms, not to products.")
              : new Text(
                  "Ce label se donne à des produits\u00a0: notez-le sur la solution.",
                  "This label is given to products: note it on the solution."));
    }
    if (held.until().isEmpty()) {
      warn(
          fields,
          "label",
          new Text(
              "Sans date de fin (until), ce label ne comptera dans aucun tirage.",
              "Without an end date (until), this label counts in no draw."));
    }
    Optional<LocalDate> latest =
        known.months().flatMap(months -> held.from().map(from -> from.plusMonths(months)));
    if (latest.isPresent()
        && held.until().filter(until -> until.isAfter(latest.get())).isPresent()) {
      warn(
          fields,
          "until",
          new Text(
              "Ce label est donné pour " + known.months().get() + " mois au plus\u00a0: vérifiez.",
              "This label is given for " + known.months().get() + " months at most: check."));
    }
  }

  static void warn(Fields fields, String key, Text text) {
    fields.findings().warning(fields.lineOf(key), fields.placeOf(key), text.fr(), text.en());
  }

  /// A web address, if there is one.
  static Optional<String> website(Fields fields, String key) {
    Optional<String> address = fields.textOr(key, 300);
    if (address.filter(a -> !WebAddress.valid(a)).isPresent()) {
      fields.error(key, WebAddress.RULE);
      return Optional.empty();
    }
    return address;
  }

  static List<Source> sources(Fields entry) {
    List<Source> sources = new ArrayList<>();
    for (Fields fields : entry.mappings("sources", MOST)) {
      fields.known("what", "on", "says");
      String what = fields.text("what", 300);
      fields.need("on");
      Optional<LocalDate> on = fields.date("on");
      String says = fields.text("says", 500);
      on.ifPresent(day -> sources.add(new Source(what, day, says)));
    }
    return sources;
  }

  /// A point given as `lat` and `lon`, both or neither.
  static Optional<Coordinates> point(Fields fields) {
    Optional<Integer> lat = micro(fields, "lat", 90);
    Optional<Integer> lon = micro(fields, "lon", 180);
    if (fields.find("lat").isPresent() != fields.find("lon").isPresent()) {
      fields.error(
          fields.find("lat").isPresent() ? "lat" : "lon",
          "Donnez latitude et longitude (lat et lon), ou aucune des deux.",
          "Give latitude and longitude (lat and lon), or neither.");
    }
    return lat.flatMap(north -> lon.map(east -> new Coordinates(north, east)));
  }

  private static Optional<Integer> micro(Fields fields, String key, int most) {
    return fields.parsed(
        key,
        text -> micro(text, most),
        new Text(
            "Il faut un nombre de degrés de -" + most + " à " + most + ", comme 43.6134.",
            "A number of degrees from -" + most + " to " + most + " is needed, such as 43.6134."));
  }

  static Optional<Integer> micro(String text, int most) {
    return Fields.parseDecimal(text, 6)
        .filter(degrees -> degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0)
        .map(degrees -> degrees.movePointRight(6).intValueExact());
  }
}
