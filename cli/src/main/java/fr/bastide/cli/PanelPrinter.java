package fr.bastide.cli;

import fr.bastide.directory.Directory;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Quality;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.panel.Candidate;
import fr.bastide.directory.panel.Check;
import fr.bastide.directory.panel.Draw;
import fr.bastide.directory.panel.Explanation;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Prints a panel: who is shown, and on demand every reason.
final class PanelPrinter {

  private final Console console;
  private final Draw draw;
  private final Optional<Directory> directory;
  private final Explanation explanation;

  /// @param directory where the outcomes of earlier panels are, if it is at hand
  PanelPrinter(Console console, Draw draw, Optional<Directory> directory) {
    this.console = console;
    this.draw = draw;
    this.directory = directory;
    explanation = new Explanation(draw, Vocabulary.builtin());
  }

  void print(boolean explain) {
    console.say(
        "Panel pour %s (%s), graine %d, politique %s"
            .formatted(
                draw.need().reference(),
                draw.need().body().name(),
                draw.seed(),
                draw.policy().version()),
        "Panel for %s (%s), seed %d, policy %s"
            .formatted(
                draw.need().reference(),
                draw.need().body().name(),
                draw.seed(),
                draw.policy().version()));
    console.out().println();
    draw.panel().forEach(this::seated);
    emptyPlaces();
    console.say(
        "L’ordre ne vaut rien\u00a0: l’organisme choisit.",
        "The order means nothing: the body chooses.");
    if (explain) {
      others(
          Candidate.Standing.ELIGIBLE, new Text("Admissibles, non tirés", "Eligible, not drawn"));
      others(Candidate.Standing.EXCLUDED, new Text("Exclus", "Excluded"));
    }
    console.say("Empreinte\u00a0: " + draw.digest(), "Digest: " + draw.digest());
  }

  private void seated(EntryId id) {
    draw.candidates().stream()
        .filter(candidate -> candidate.provider().equals(id))
        .forEach(candidate -> {
          console.out().println("* " + name(candidate));
          candidate.checks().forEach(this::reason);
          directory.ifPresent(known -> quality(known.quality(id)));
        });
  }

  private void reason(Check check) {
    String mark =
        switch (check.reason().bearing()) {
          case MET -> "+";
          case TOLD -> "?";
          case FAILED -> "-";
        };
    console.out().println("    " + mark + " " + explanation.text(check).in(console.language()));
  }

  private void quality(Quality quality) {
    String marks =
        quality.satisfaction().map(t -> String.format(Locale.ROOT, "%.1f/5", t / 10.0)).orElse("—");
    console.say(
        "      faits\u00a0: %d, abandonnés\u00a0: %d, déclinés\u00a0: %d, sans réponse\u00a0: %d, satisfaction\u00a0: %s (%d avis)"
            .formatted(
                quality.done(),
                quality.abandoned(),
                quality.declined(),
                quality.unanswered(),
                marks.replace('.', ','),
                quality.ratings()),
        "      done: %d, abandoned: %d, declined: %d, unanswered: %d, satisfaction: %s (%d ratings)"
            .formatted(
                quality.done(),
                quality.abandoned(),
                quality.declined(),
                quality.unanswered(),
                marks,
                quality.ratings()));
  }

  /// Says that places stayed empty, and what to give up first.
  private void emptyPlaces() {
    int missing = draw.need().size() - draw.panel().size();
    if (missing == 0) {
      return;
    }
    console.say(
        "Places restées vides\u00a0: %d. Personne d’autre ne remplit toutes les conditions."
            .formatted(missing),
        "Places left empty: %d. Nobody else meets every condition.".formatted(missing));
    explanation
        .aloneInTheWay()
        .forEach((criterion, count) ->
            console.say(
                "    seul obstacle pour %d\u00a0: %s".formatted(count, criterion.label().fr()),
                "    the only obstacle for %d: %s".formatted(count, criterion.label().en())));
  }

  private void others(Candidate.Standing standing, Text title) {
    List<Candidate> others =
        draw.candidates().stream().filter(c -> c.standing() == standing).toList();
    console.out().println();
    console.out().println(title.in(console.language()) + " (" + others.size() + ")");
    for (Candidate candidate : others) {
      console.out().println("* " + name(candidate));
      candidate.checks().forEach(this::reason);
    }
  }

  private String name(Candidate candidate) {
    return draw.snapshot()
            .facts()
            .provider(candidate.provider())
            .map(Provider::identity)
            .map(Provider.Identity::name)
            .orElse("?")
        + " ["
        + candidate.provider()
        + "]"
        + (candidate.standing() == Candidate.Standing.ELIGIBLE ? credit(candidate.credit()) : "");
  }

  private String credit(long credit) {
    String places = String.format(Locale.ROOT, "%.3f", credit / 1_000_000.0);
    return console.language() == Language.FR
        ? ", crédit " + places.replace('.', ',')
        : ", credit " + places;
  }

  /// The draw with every reason in both languages, as JSON.
  String explained(String record) {
    JsonMapper json = JsonMapper.shared();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("draw", json.readTree(record));
    all.put("explanation", draw.candidates().stream().map(this::explained).toList());
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private Map<String, Object> explained(Candidate candidate) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("provider", candidate.provider().value());
    said.put("standing", candidate.standing().name().toLowerCase(Locale.ROOT));
    said.put(
        "reasons",
        candidate.checks().stream()
            .map(check -> {
              Text text = explanation.text(check);
              Map<String, Object> reason = new LinkedHashMap<>();
              reason.put("reason", check.reason().word());
              reason.put("bearing", check.reason().bearing().name().toLowerCase(Locale.ROOT));
              reason.put("fr", text.fr());
              reason.put("en", text.en());
              return reason;
            })
            .toList());
    return said;
  }
}
