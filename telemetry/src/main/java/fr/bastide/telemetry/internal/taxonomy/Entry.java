package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Logsource;
import java.util.List;

/// One kind of event as the data tells it, with the numbers of its fields.
///
/// @param id its name in the data
/// @param stage 1 to 3
/// @param shapes one bit for each format it is for; all when the data names none
/// @param when alternatives, each a list of conditions
/// @param strips beginnings of names that are left out
/// @param zips lists of name and value
/// @param aliases fields that stand under another name as well
/// @param derivations values made of others
/// @param times where its time may stand
/// @param logsources where rules look for it
record Entry(
    String id,
    int stage,
    int shapes,
    List<List<Condition>> when,
    List<Strip> strips,
    List<Zip> zips,
    List<Alias> aliases,
    List<Derivation> derivations,
    List<TimeField> times,
    List<Logsource> logsources) {

  /// A field under another name.
  record Alias(int from, int to) {}

  /// The values of a field under the names that another field gives.
  record Zip(int name, int value, String prefix) {}

  /// Where a time stands and how it is written.
  ///
  /// @param fields read with a space between
  /// @param zone the field of its offset; -1 when none
  record TimeField(List<Integer> fields, TimeFormat format, int zone) {}
}
