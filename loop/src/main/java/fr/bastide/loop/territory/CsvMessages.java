package fr.bastide.loop.territory;

import fr.bastide.kernel.Text;

/// What the import of bodies says to people.
final class CsvMessages {

  static final Text TOO_LARGE =
      new Text(
          "Ce fichier dépasse 2 Mo\u00a0: coupez-le en plusieurs fichiers.",
          "This file is larger than 2 MB: split it into several files.");
  static final Text WORKBOOK =
      new Text(
          "Ce fichier est un classeur de tableur\u00a0: enregistrez-le au format CSV (UTF-8), puis"
              + " recommencez.",
          "This file is a spreadsheet workbook: save it as CSV (UTF-8), then try again.");
  static final Text NOT_TEXT =
      new Text(
          "Ce fichier n’est pas un texte en UTF-8 ou en Windows-1252\u00a0: enregistrez-le au"
              + " format CSV (UTF-8), puis recommencez.",
          "This file is not text in UTF-8 or Windows-1252: save it as CSV (UTF-8), then try"
              + " again.");
  static final Text EMPTY =
      new Text(
          "Ce fichier est vide\u00a0: sa première ligne doit nommer les colonnes, au moins"
              + " «\u00a0nom\u00a0» et «\u00a0forme\u00a0».",
          "This file is empty: its first line must name the columns, at least \"name\" and"
              + " \"form\".");
  static final Text NO_COLUMNS =
      new Text(
          "La première ligne doit nommer les colonnes, au moins «\u00a0nom\u00a0» et «\u00a0forme"
              + "\u00a0».",
          "The first line must name the columns, at least \"name\" and \"form\".");
  static final Text BROKEN =
      new Text(
          "La lecture s’arrête à cette ligne\u00a0: un guillemet y est mal placé, ou n’est jamais"
              + " refermé.",
          "Reading stops at this line: a quotation mark is misplaced, or never closed.");
  static final Text TOO_MANY_ROWS =
      new Text(
          "Ce fichier a plus de 10\u00a0000 lignes\u00a0: coupez-le en plusieurs fichiers.",
          "This file has more than 10,000 lines: split it into several files.");
  static final Text TOO_MANY_CELLS =
      new Text(
          "Cette ligne a plus de cellules que la première n’a de colonnes\u00a0: mettez entre"
              + " guillemets les cellules qui contiennent le séparateur.",
          "This line has more cells than the first has columns: put quotation marks around cells"
              + " that contain the separator.");
  static final Text CELL_TOO_LONG =
      new Text(
          "Cette cellule dépasse 500 caractères\u00a0: raccourcissez-la.",
          "This cell is longer than 500 characters: shorten it.");
  static final Text NO_NAME =
      new Text("Il manque le nom de l’organisme.", "The name of the body is missing.");
  static final Text NAME_TOO_LONG =
      new Text(
          "Ce nom dépasse 200 caractères\u00a0: raccourcissez-le.",
          "This name is longer than 200 characters: shorten it.");
  static final Text FORMULA =
      new Text(
          "Cette cellule commence comme une formule de tableur (=, +, - ou @)\u00a0: retirez ce"
              + " signe.",
          "This cell begins like a spreadsheet formula (=, +, - or @): remove that sign.");
  static final Text CONTROL =
      new Text(
          "Cette cellule contient un retour à la ligne ou un caractère invisible\u00a0:"
              + " retirez-le.",
          "This cell contains a line break or an invisible character: remove it.");
  static final Text IN_REGISTER =
      new Text(
          "Communes, intercommunalités, départements et régions viennent du registre"
              + " officiel\u00a0: retirez cette ligne.",
          "Municipalities, intercommunal bodies, départements and regions come from the official"
              + " register: remove this line.");
  static final Text SIRET =
      new Text(
          "C’est un SIRET (14 chiffres)\u00a0: gardez les neuf premiers chiffres, le SIREN.",
          "This is a SIRET (14 digits): keep the first nine digits, the SIREN.");
  static final Text EMAIL =
      new Text(
          "Cette adresse électronique n’est pas complète\u00a0: il en faut une comme"
              + " accueil@exemple.fr.",
          "This e-mail address is not complete: one such as office@example.org is needed.");

  private CsvMessages() {}

  static Text twice(String column) {
    return new Text(
        "Deux colonnes disent la même chose\u00a0: «\u00a0"
            + column
            + "\u00a0»\u202f; n’en gardez"
            + " qu’une.",
        "Two columns say the same thing: \"" + column + "\"; keep one of them.");
  }

  static Text unknownForm(String written) {
    return new Text(
        "La forme «\u00a0"
            + written
            + "\u00a0» n’est pas connue\u00a0: écrivez par exemple hôpital,"
            + " SDIS, syndicat, EHPAD, association, entreprise ou autre.",
        "The form \""
            + written
            + "\" is not known: write for instance hospital, fire service,"
            + " syndicate, care home, association, firm or other.");
  }

  static Text noSuchCommune(String code) {
    return new Text(
        "Aucune commune n’a le code INSEE "
            + code
            + "\u00a0: vérifiez-le (ce n’est pas le code"
            + " postal).",
        "No municipality has the INSEE code " + code + ": check it (it is not the postcode).");
  }

  static Text notANumber(String written) {
    return new Text(
        "«\u00a0"
            + written
            + "\u00a0» n’est pas un nombre entier\u00a0: écrivez par exemple"
            + " 3200.",
        "\"" + written + "\" is not a whole number: write for instance 3200.");
  }

  static Text seenBefore(int line) {
    return new Text(
        "Cet organisme figure déjà à la ligne " + line + "\u00a0: retirez l’une des deux.",
        "This body is already on line " + line + ": remove one of the two.");
  }
}
