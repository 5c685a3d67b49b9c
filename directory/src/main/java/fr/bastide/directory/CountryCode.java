package fr.bastide.directory;

import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.util.Locale;
import java.util.Set;

/// A country or territory by its two-letter code (ISO 3166-1 alpha-2), such as `FR`.
///
/// @param value two capitals, a code that is assigned
public record CountryCode(String value) implements Comparable<CountryCode> {

  private static final Set<String> ASSIGNED =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  public CountryCode {
    if (!valid(value)) {
      throw new InvalidIdentifier(
          new Text(
              "Un pays s’écrit par son code ISO à deux capitales, comme FR ou US.",
              "A country is written by its ISO code of two capitals, such as FR or US."));
    }
  }

  /// Whether a country has this code.
  public static boolean valid(String value) {
    return ASSIGNED.contains(value);
  }

  /// The name of the country for people.
  public Text name() {
    return new Text(name(Language.FR), name(Language.EN));
  }

  private String name(Language language) {
    return Locale.of("", value).getDisplayCountry(language.locale());
  }

  @Override
  public int compareTo(CountryCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
