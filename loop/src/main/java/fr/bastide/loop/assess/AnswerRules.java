package fr.bastide.loop.assess;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Denied;
import fr.bastide.loop.FreeText;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/// What an answer must be to be kept.
final class AnswerRules {

  private static final int MAX_REASON = 1_000;
  private static final int MAX_NAME = 200;

  private final Referential referential;

  AnswerRules(Referential referential) {
    this.referential = referential;
  }

  /// The answer as it is kept: an acceptance is never taken from whoever answers.
  Answer check(Depth depth, String question, Answer answer, LocalDate today) {
    Question asked =
        referential
            .question(question)
            .filter(q -> depth.asks(q.depth()))
            .orElseThrow(() ->
                new Invalid(
                    "question",
                    new Text(
                        "Cette question n’est pas posée dans cette évaluation.",
                        "This question is not asked in this assessment.")));
    return switch (answer) {
      case Answer.Given given -> given(asked, given, today);
      case Answer.Unknown unknown -> unknown;
      case Answer.NotApplicable notApplicable -> {
        FreeText.require("reason", notApplicable.reason(), MAX_REASON);
        yield new Answer.NotApplicable(notApplicable.reason(), Optional.empty());
      }
    };
  }

  boolean fits(Question question, Answer answer) {
    return switch (answer) {
      case Answer.Given given -> question.rank(given.choice()) >= 0;
      case Answer.Unknown unknown -> true;
      case Answer.NotApplicable notApplicable -> true;
    };
  }

  Answer accept(StoredAnswer present, Caller caller) {
    if (!(present.answer() instanceof Answer.NotApplicable pending)) {
      throw new Conflict(
          new Text(
              "La réponse a changé entre-temps\u00a0: il n’y a plus rien à accepter.",
              "The answer changed in the meantime: there is nothing left to accept."));
    }
    if (pending.acceptedBy().isPresent()) {
      throw new Conflict(
          new Text(
              "Cette réponse est déjà acceptée\u00a0: il n’y a plus rien à faire.",
              "This answer is accepted already: there is nothing left to do."));
    }
    if (caller.account().filter(present.author()::equals).isPresent()) {
      throw new Denied(
          new Text(
              "«\u00a0Sans objet\u00a0» doit être accepté par une seconde personne.",
              "\"Not applicable\" must be accepted by a second person."));
    }
    return new Answer.NotApplicable(pending.reason(), Optional.of(caller.name()));
  }

  Attachment attachment(
      AttachmentId id,
      AssessmentId assessment,
      String question,
      String name,
      byte[] content,
      AccountId author,
      Instant at) {
    if (referential.question(question).isEmpty()) {
      throw new Invalid(
          "question", new Text("Cette question n’existe pas.", "There is no such question."));
    }
    if (content.length == 0 || content.length > Attachment.MAX_BYTES) {
      throw new Invalid(
          "file",
          new Text(
              "Le fichier doit peser entre 1 octet et 10 Mo.",
              "The file must weigh between 1 byte and 10 MB."));
    }
    return new Attachment(
        id, assessment, question, fileName(name), content.length, sha256(content), author, at);
  }

  private static Answer.Given given(Question question, Answer.Given given, LocalDate today) {
    if (question.rank(given.choice()) < 0) {
      throw new Invalid(
          "choice",
          new Text(
              "Ce choix n’existe pas pour cette question.", "This question has no such choice."));
    }
    FreeText.require("note", given.evidence().note(), Evidence.MAX_NOTE);
    EvidenceRules.check(given.evidence(), question.validityMonths(), today);
    return given;
  }

  private static String fileName(String name) {
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    StringBuilder kept = new StringBuilder();
    name.substring(slash + 1)
        .codePoints()
        .filter(AnswerRules::fitForFileName)
        .limit(MAX_NAME)
        .forEach(kept::appendCodePoint);
    String clean = kept.toString().strip();
    if (clean.isEmpty() || clean.equals(".") || clean.equals("..")) {
      throw new Invalid(
          "file",
          new Text("Ce nom de fichier est inutilisable.", "This file name cannot be used."));
    }
    return clean;
  }

  /// Neither a control, nor half a character, nor one that turns the direction of reading, nor one
  /// that file systems refuse.
  private static boolean fitForFileName(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      default -> "<>:\"|?*".indexOf(c) < 0;
    };
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
