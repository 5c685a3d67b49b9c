package fr.bastide.web.assessment;

import fr.bastide.assessment.Question;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.NotFound;

/// Where the pages of one assessment are.
///
/// @param body whose it is
/// @param id its identifier
public record AssessmentPath(BodyId body, AssessmentId id) {

  /// The assessment that a URL names.
  ///
  /// @throws NotFound when it is not the form of one
  static AssessmentPath of(String body, String id) {
    return new AssessmentPath(bodyOf(body), AssessmentId.parse(id));
  }

  /// The body that a URL names.
  ///
  /// @throws NotFound when it is not the form of one
  static BodyId bodyOf(String written) {
    try {
      return new BodyId(written);
    } catch (InvalidIdentifier notOne) {
      throw new NotFound(notOne);
    }
  }

  /// The assessments of a body.
  public static String list(BodyId body) {
    return body(body) + "/assessments";
  }

  /// The page of a body.
  public static String body(BodyId body) {
    return "/bodies/" + body;
  }

  /// The explained score.
  public String score() {
    return list(body) + "/" + id;
  }

  /// The themes to answer.
  public String questions() {
    return score() + "/questions";
  }

  /// The next question without an answer.
  public String next() {
    return questions() + "/next";
  }

  /// The questions of a theme.
  public String theme(String theme) {
    return questions() + "/" + theme;
  }

  /// Where a question is answered.
  public String answer(Question question) {
    return theme(question.theme()) + "/" + question.id();
  }

  /// A question within the page of its theme.
  public String question(Question question) {
    return theme(question.theme()) + "#" + anchor(question);
  }

  /// The files behind a question.
  public String files(Question question) {
    return answer(question) + "/files";
  }

  /// One file.
  public String file(AttachmentId file) {
    return score() + "/files/" + file;
  }

  /// What is still open before completing.
  public String complete() {
    return score() + "/complete";
  }

  /// The report and its forms.
  public String report() {
    return score() + "/report";
  }

  /// The element of a question on the page of its theme.
  public static String anchor(Question question) {
    return "q-" + slug(question);
  }

  /// The question's identifier as part of an element's: dots would end it in a selector.
  public static String slug(Question question) {
    return question.id().replace('.', '-');
  }
}
