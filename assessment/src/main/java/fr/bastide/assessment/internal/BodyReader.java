package fr.bastide.assessment.internal;

import fr.bastide.assessment.file.AnswerFile.AssessedBody;
import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Siren;
import java.util.Optional;

/// Reads who is assessed.
final class BodyReader {

  private static final AssessedBody NOBODY =
      new AssessedBody("?", Optional.empty(), BodyForm.OTHER, Optional.empty());

  private static final int NAME = 200;
  private static final int MOST_INHABITANTS = 100_000_000;

  private final Findings findings;

  /// Who is assessed, and the size if it could be told.
  record Body(AssessedBody body, Optional<BodySize> size) {}

  BodyReader(Findings findings) {
    this.findings = findings;
  }

  Body read(Fields file) {
    return file.need("body")
        .map(yaml -> Fields.of(yaml, "body", findings))
        .map(this::body)
        .orElse(new Body(NOBODY, Optional.empty()));
  }

  private Body body(Fields fields) {
    fields.known("name", "siren", "form", "size", "population");
    String name = fields.text("name", NAME);
    BodyForm form = fields.constantOr("form", BodyForm.values()).orElse(BodyForm.OTHER);
    Optional<Integer> population =
        fields.has("population")
            ? Optional.of(fields.whole("population", 0, MOST_INHABITANTS))
            : Optional.empty();
    Optional<BodySize> size =
        fields
            .constantOr("size", BodySize.values())
            .or(() -> population.map(BodySize::ofPopulation));
    if (size.isEmpty()) {
      findings.error(
          fields.line(),
          "body",
          "Donnez la taille de l’organisme (size\u00a0: tiny, small, medium ou large) ou sa"
              + " population.",
          "Give the size of the body (size: tiny, small, medium or large) or its population.");
    }
    return new Body(new AssessedBody(name, siren(fields), form, population), size);
  }

  private Optional<Siren> siren(Fields fields) {
    String written = fields.textOr("siren", 40);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Siren.parse(written));
    } catch (InvalidIdentifier wrong) {
      findings.error(fields.lineOf("siren"), "body.siren", wrong.text().fr(), wrong.text().en());
      return Optional.empty();
    }
  }
}
