package fr.bastide.loop.territory;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Siren;
import fr.bastide.kernel.Text;
import fr.bastide.loop.territory.BodyCsv.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Makes a body of the cells of one line, and notes everything that is wrong in them.
final class BodyRow {

  private static final int MAX_EMAIL = 254;
  private static final int MAX_DIGITS = 9;
  private static final int SHOWN = 40;

  private final Function<CsvColumn, String> cell;
  private final Function<CsvColumn, String> heading;
  private final Predicate<InseeCode> communeExists;
  private final List<Problem> problems = new ArrayList<>();

  /// @param cell the cell of a column, stripped; empty when there is none
  /// @param heading the name of a column, as written in the file
  BodyRow(
      Function<CsvColumn, String> cell,
      Function<CsvColumn, String> heading,
      Predicate<InseeCode> communeExists) {
    this.cell = cell;
    this.heading = heading;
    this.communeExists = communeExists;
  }

  /// The body, or nothing when there are [#problems].
  Optional<NewBody> body() {
    Optional<String> name = name();
    Optional<BodyForm> form = form();
    Optional<Siren> siren = siren();
    Optional<InseeCode> insee = insee();
    Optional<Integer> population = number(CsvColumn.POPULATION);
    Optional<String> email = email();
    Optional<Integer> workstations = number(CsvColumn.WORKSTATIONS);
    return problems.isEmpty() && name.isPresent() && form.isPresent()
        ? Optional.of(
            new NewBody(name.get(), form.get(), siren, insee, population, email, workstations))
        : Optional.empty();
  }

  /// What is wrong, in the order of the known columns; empty before [#body] was called.
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// A cell short enough to be repeated in a message, without invisible characters.
  static String shown(String written) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < written.length() && shown.length() < SHOWN; i++) {
      char c = written.charAt(i);
      shown.append(hidden(c) ? ' ' : c);
    }
    return written.length() > SHOWN ? shown.append('…').toString() : shown.toString();
  }

  private Optional<String> name() {
    Optional<String> name = sound(CsvColumn.NAME);
    if (cell.apply(CsvColumn.NAME).isEmpty()) {
      problem(CsvColumn.NAME, CsvMessages.NO_NAME);
    } else if (name.isPresent() && name.get().length() > NewBody.MAX_NAME) {
      problem(CsvColumn.NAME, CsvMessages.NAME_TOO_LONG);
    }
    return name;
  }

  private Optional<BodyForm> form() {
    String written = cell.apply(CsvColumn.FORM);
    Optional<BodyForm> form = FormNames.find(written);
    if (form.isEmpty()) {
      problem(CsvColumn.FORM, CsvMessages.unknownForm(shown(written)));
      return form;
    }
    switch (form.get()) {
      case COMMUNE, EPCI, DEPARTEMENT, REGION -> problem(CsvColumn.FORM, CsvMessages.IN_REGISTER);
      case HOSPITAL, CARE_HOME, FIRE_SERVICE, SYNDICATE, SCHOOL, ASSOCIATION, FIRM, OTHER -> {}
    }
    return form;
  }

  private Optional<Siren> siren() {
    String written = cell.apply(CsvColumn.SIREN);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String digits = withoutSpaces(written);
    if (digits.length() == 14 && digits(digits)) {
      problem(CsvColumn.SIREN, CsvMessages.SIRET);
      return Optional.empty();
    }
    try {
      return Optional.of(Siren.parse(shown(digits)));
    } catch (InvalidIdentifier wrong) {
      problem(CsvColumn.SIREN, wrong.text());
      return Optional.empty();
    }
  }

  /// Four digits are a code whose leading zero a spreadsheet has eaten.
  private Optional<InseeCode> insee() {
    String written = cell.apply(CsvColumn.INSEE);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    boolean zeroLost = written.length() == 4 && digits(written);
    try {
      InseeCode code = new InseeCode(zeroLost ? "0" + written : shown(written));
      if (!communeExists.test(code)) {
        problem(CsvColumn.INSEE, CsvMessages.noSuchCommune(code.value()));
      }
      return Optional.of(code);
    } catch (InvalidIdentifier wrong) {
      problem(CsvColumn.INSEE, wrong.text());
      return Optional.empty();
    }
  }

  private Optional<Integer> number(CsvColumn column) {
    String written = cell.apply(column);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String digits = withoutSpaces(written);
    if (!digits(digits) || digits.length() > MAX_DIGITS) {
      problem(column, CsvMessages.notANumber(shown(written)));
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(digits));
  }

  private Optional<String> email() {
    Optional<String> email = sound(CsvColumn.EMAIL);
    if (email.isPresent() && !address(email.get())) {
      problem(CsvColumn.EMAIL, CsvMessages.EMAIL);
    }
    return email;
  }

  /// A cell of free text, or nothing when it is empty or has a problem.
  private Optional<String> sound(CsvColumn column) {
    String written = cell.apply(column);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<Text> wrong = Optional.empty();
    if (written.length() > BodyCsv.MAX_CELL) {
      wrong = Optional.of(CsvMessages.CELL_TOO_LONG);
    } else if (written.chars().anyMatch(c -> hidden((char) c))) {
      wrong = Optional.of(CsvMessages.CONTROL);
    } else if (BodyCsvWriter.formula(written)) {
      wrong = Optional.of(CsvMessages.FORMULA);
    }
    wrong.ifPresent(text -> problem(column, text));
    return wrong.isPresent() ? Optional.empty() : Optional.of(written);
  }

  private void problem(CsvColumn column, Text text) {
    problems.add(new Problem(heading.apply(column), text));
  }

  /// Control characters, line separators, and formatting characters, which can turn the direction
  /// of a text.
  private static boolean hidden(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean digits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String withoutSpaces(String text) {
    StringBuilder kept = new StringBuilder();
    text.chars()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /// One @, something before it, a dot inside what follows, no space: the rest is for the mail
  /// server to say.
  private static boolean address(String email) {
    int at = email.indexOf('@');
    int dot = email.lastIndexOf('.');
    return email.length() <= MAX_EMAIL
        && at > 0
        && at == email.lastIndexOf('@')
        && dot > at + 1
        && dot < email.length() - 1
        && email.chars().noneMatch(c -> Character.isWhitespace(c) || ",;<>\"()".indexOf(c) >= 0);
  }
}
