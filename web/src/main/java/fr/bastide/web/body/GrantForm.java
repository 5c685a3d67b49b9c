package fr.bastide.web.body;

import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.MandateScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What was typed to give a mandate.
///
/// @param provider the identifier of the firm
/// @param scopes the names of the tasks ticked
/// @param from the first day
/// @param until the last day, included
/// @param vendors whether vendors may be brought in
public record GrantForm(
    String provider, List<String> scopes, String from, String until, boolean vendors) {

  public GrantForm {
    scopes = List.copyOf(scopes);
  }

  /// A form that proposes a year.
  static GrantForm fresh(LocalDate today) {
    return new GrantForm(
        "", List.of(), today.toString(), today.plusYears(1).minusDays(1).toString(), false);
  }

  /// A form that proposes all that one's own mandate still allows.
  static GrantForm under(Mandate own, LocalDate today) {
    LocalDate first = Moments.on(own.from());
    return new GrantForm(
        "",
        own.scopes().stream().sorted().map(Enum::name).toList(),
        (today.isBefore(first) ? first : today).toString(),
        Moments.on(own.until()).toString(),
        false);
  }

  /// Whether a task is ticked.
  public boolean ticked(MandateScope scope) {
    return scopes.contains(scope.name());
  }

  /// What is asked for.
  ///
  /// @param own the mandate under which it is given: its very first and last instants are kept when
  ///   the days are the same
  /// @throws Invalid when a field cannot be read
  MandateDesk.Grant read(Optional<Mandate> own) {
    LocalDate first = day("from", from);
    LocalDate last = day("until", until);
    Instant start = first.atStartOfDay(AssessmentDesk.ZONE).toInstant();
    Instant end = last.plusDays(1).atStartOfDay(AssessmentDesk.ZONE).toInstant();
    if (own.filter(mandate -> Moments.on(mandate.from()).equals(first)).isPresent()) {
      start = own.get().from();
    }
    if (own.filter(mandate -> Moments.on(mandate.until()).equals(last)).isPresent()) {
      end = own.get().until();
    }
    return new MandateDesk.Grant(firm(), tasks(), start, end, vendors);
  }

  private ProviderId firm() {
    try {
      return ProviderId.parse(provider);
    } catch (NotFound none) {
      Invalid invalid =
          new Invalid(
              "provider",
              new Text(
                  "Choisissez un prestataire dans la liste.", "Choose a provider from the list."));
      invalid.initCause(none);
      throw invalid;
    }
  }

  private Set<MandateScope> tasks() {
    Set<MandateScope> tasks = EnumSet.noneOf(MandateScope.class);
    Stream.of(MandateScope.values()).filter(this::ticked).forEach(tasks::add);
    return tasks;
  }

  private static LocalDate day(String field, String written) {
    try {
      return LocalDate.parse(written.strip());
    } catch (DateTimeParseException unreadable) {
      Invalid invalid =
          new Invalid(
              field,
              new Text(
                  "Indiquez une date, par exemple 2026-12-31.",
                  "Give a date, for example 2026-12-31."));
      invalid.initCause(unreadable);
      throw invalid;
    }
  }
}
