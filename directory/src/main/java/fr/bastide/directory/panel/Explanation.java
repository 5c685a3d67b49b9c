package fr.bastide.directory.panel;

import fr.bastide.directory.CountryCode;
import fr.bastide.directory.Directory;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Hours;
import fr.bastide.directory.Label;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Skill;
import fr.bastide.directory.Solution;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.internal.BuiltinReasons;
import fr.bastide.directory.sourcing.Exclusion;
import fr.bastide.directory.sourcing.Rank;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Says a draw to people, in both languages.
public final class Explanation {

  private final Draw draw;
  private final Vocabulary vocabulary;

  public Explanation(Draw draw, Vocabulary vocabulary) {
    this.draw = draw;
    this.vocabulary = vocabulary;
  }

  /// One reason as a sentence. An excluded origin is followed by the policy's reason.
  public Text text(Check check) {
    return new Text(text(check, Language.FR), text(check, Language.EN));
  }

  private String text(Check check, Language language) {
    String said =
        BuiltinReasons.get().getOrDefault(check.reason(), new Text("?", "?")).in(language);
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < said.length()) {
      int open = said.indexOf('{', at);
      int close = open < 0 ? -1 : said.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String parameter = said.substring(open + 1, close);
      int index = check.reason().parameters().indexOf(parameter);
      text.append(said, at, open)
          .append(index < 0 ? "?" : value(parameter, check.values().get(index), language));
      at = close + 1;
    }
    text.append(said, at, said.length());
    because(check, language).ifPresent(why -> text.append(' ').append(why));
    return text.toString();
  }

  /// Why a state is excluded, as the policy says it.
  private Optional<String> because(Check check, Language language) {
    if (check.reason() != Reason.ORIGIN_EXCLUDED && check.reason() != Reason.SOLUTION_EXCLUDED) {
      return Optional.empty();
    }
    Exclusion exclusion = draw.policy().excluded().get(new CountryCode(check.values().getLast()));
    return Optional.ofNullable(exclusion).map(known -> known.reason().in(language));
  }

  private String value(String parameter, String value, Language language) {
    BiFunction<String, Language, String> form =
        switch (parameter) {
          case "date" -> Explanation::date;
          case "money" -> (cents, l) -> new Money(Long.parseLong(cents)).format(l);
          case "country" -> (code, l) -> new CountryCode(code).name().in(l);
          case "skill" -> this::skill;
          case "label" -> this::label;
          case "hours" -> (name, l) -> Hours.valueOf(name).label().in(l);
          case "form" -> (name, l) -> BodyForm.valueOf(name).label().in(l);
          case "rank" -> (name, l) -> Rank.valueOf(name).label().in(l);
          case "link" -> (name, l) -> Origin.Link.valueOf(name).label().in(l);
          case "provider" -> (id, _) -> name(id);
          case "solution" -> (id, _) -> solution(id);
          default -> (same, _) -> same;
        };
    return form.apply(value, language);
  }

  private static String date(String iso, Language language) {
    LocalDate day = LocalDate.parse(iso);
    String written =
        day.format(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale()));
    boolean first = language == Language.FR && day.getDayOfMonth() == 1;
    return first ? "1er" + written.substring(1) : written;
  }

  private String skill(String id, Language language) {
    return vocabulary.skill(id).map(Skill::name).map(name -> name.in(language)).orElse(id);
  }

  private String label(String id, Language language) {
    return vocabulary.label(id).map(Label::name).map(name -> name.in(language)).orElse(id);
  }

  private String name(String id) {
    return facts().provider(new EntryId(id)).map(p -> p.identity().name()).orElse(id);
  }

  private String solution(String id) {
    return facts().solution(new EntryId(id)).map(Solution::name).orElse(id);
  }

  private Directory facts() {
    return draw.snapshot().facts();
  }

  /// Criteria that alone keep providers out, with how many each: what to give up first when a panel
  /// is short.
  public Map<Criterion, Integer> aloneInTheWay() {
    Map<Criterion, Integer> alone = new EnumMap<>(Criterion.class);
    for (Candidate candidate : draw.candidates()) {
      if (candidate.standing() == Candidate.Standing.EXCLUDED) {
        List<Criterion> against =
            candidate.checks().stream().map(c -> c.reason().criterion()).distinct().toList();
        if (against.size() == 1) {
          alone.merge(against.getFirst(), 1, Integer::sum);
        }
      }
    }
    return alone;
  }
}
