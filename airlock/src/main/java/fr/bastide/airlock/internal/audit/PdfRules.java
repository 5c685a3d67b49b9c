package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What no dictionary of a PDF that leaves may hold (ISO 32000-2, 12.6, 12.5.6, 7.11, 13).
final class PdfRules {

  private static final Map<String, Threat> KEYS =
      Map.ofEntries(
          Map.entry("JS", Threat.SCRIPT),
          Map.entry("JavaScript", Threat.SCRIPT),
          Map.entry("AA", Threat.AUTOMATIC_ACTION),
          Map.entry("XFA", Threat.DYNAMIC_FORM),
          Map.entry("RichMediaContent", Threat.MULTIMEDIA),
          Map.entry("RichMediaSettings", Threat.MULTIMEDIA),
          Map.entry("3DD", Threat.MULTIMEDIA),
          Map.entry("Rendition", Threat.MULTIMEDIA),
          Map.entry("EF", Threat.EMBEDDED_FILE),
          Map.entry("RF", Threat.EMBEDDED_FILE),
          Map.entry("EmbeddedFiles", Threat.EMBEDDED_FILE),
          Map.entry("Collection", Threat.EMBEDDED_FILE),
          Map.entry("Alternates", Threat.HIDDEN_CONTENT),
          Map.entry("OPI", Threat.EXTERNAL_CONTENT),
          Map.entry("FFilter", Threat.EXTERNAL_CONTENT),
          Map.entry("Encrypt", Threat.HIDDEN_CONTENT));

  private static final Map<String, Threat> ACTIONS =
      Map.ofEntries(
          Map.entry("JavaScript", Threat.SCRIPT),
          Map.entry("Launch", Threat.LAUNCH),
          Map.entry("GoToR", Threat.REMOTE_DOCUMENT),
          Map.entry("GoToE", Threat.REMOTE_DOCUMENT),
          Map.entry("Thread", Threat.REMOTE_DOCUMENT),
          Map.entry("SubmitForm", Threat.FORM_SUBMISSION),
          Map.entry("ImportData", Threat.FORM_SUBMISSION),
          Map.entry("Rendition", Threat.MULTIMEDIA),
          Map.entry("Sound", Threat.MULTIMEDIA),
          Map.entry("Movie", Threat.MULTIMEDIA),
          Map.entry("GoTo3DView", Threat.MULTIMEDIA),
          Map.entry("RichMediaExecute", Threat.MULTIMEDIA));

  private static final Map<String, Threat> SUBTYPES =
      Map.of(
          "RichMedia", Threat.MULTIMEDIA,
          "3D", Threat.MULTIMEDIA,
          "Movie", Threat.MULTIMEDIA,
          "Sound", Threat.MULTIMEDIA,
          "Screen", Threat.MULTIMEDIA,
          "FileAttachment", Threat.EMBEDDED_FILE,
          "PS", Threat.SCRIPT,
          "TrapNet", Threat.UNKNOWN_PART);

  private final Remains remains;

  PdfRules(Remains remains) {
    this.remains = remains;
  }

  /// Looks through a value and all direct values in it.
  ///
  /// @param stream whether bytes follow it
  void look(PdfValue value, boolean stream, String where) {
    if (stream && value instanceof PdfValue.Dictionary top) {
      stream(top, where);
    }
    Deque<PdfValue> open = new ArrayDeque<>();
    open.add(value);
    while (!open.isEmpty()) {
      switch (open.remove()) {
        case PdfValue.Dictionary dictionary -> {
          dictionary(dictionary, where);
          open.addAll(dictionary.entries().values());
        }
        case PdfValue.Array array -> open.addAll(array.items());
        case PdfValue.Name _,
            PdfValue.Text _,
            PdfValue.Whole _,
            PdfValue.Reference _,
            PdfValue.Word _,
            PdfValue.Close _ -> {}
      }
    }
  }

  private void stream(PdfValue.Dictionary top, String where) {
    if (top.has("F")) {
      remains.add(Threat.EXTERNAL_CONTENT, where);
    }
    if (top.has("Ref") && top.name("Subtype").equals("Form")) {
      remains.add(Threat.EXTERNAL_CONTENT, where);
    }
  }

  private void dictionary(PdfValue.Dictionary dictionary, String where) {
    if (dictionary.twice()) {
      remains.add(Threat.CONTENT_MASKING, where);
    }
    dictionary
        .entries()
        .forEach((key, value) -> {
          Threat threat = KEYS.get(key);
          if (threat != null && !empty(value)) {
            remains.add(threat, where);
          }
        });
    named(ACTIONS.get(dictionary.name("S")), where);
    named(SUBTYPES.get(dictionary.name("Subtype")), where);
    if (dictionary.name("Type").equals("EmbeddedFile")) {
      remains.add(Threat.EMBEDDED_FILE, where);
    }
    if (dictionary.has("URI") || dictionary.name("S").equals("URI")) {
      link(dictionary, where);
    }
    if (dictionary.entries().get("OpenAction") instanceof PdfValue.Dictionary action
        && !action.name("S").equals("GoTo")) {
      remains.add(Threat.AUTOMATIC_ACTION, where);
    }
  }

  private void named(@Nullable Threat threat, String where) {
    if (threat != null) {
      remains.add(threat, where);
    }
  }

  private void link(PdfValue.Dictionary dictionary, String where) {
    if (!(dictionary.entries().get("URI") instanceof PdfValue.Text address)
        || !Web.web(address.text(), remains.policy())) {
      remains.add(Threat.DANGEROUS_LINK, where);
    }
  }

  private static boolean empty(PdfValue value) {
    return switch (value) {
      case PdfValue.Dictionary dictionary -> dictionary.entries().isEmpty();
      case PdfValue.Array array -> array.items().isEmpty();
      case PdfValue.Word word -> word.text().equals("null");
      case PdfValue.Name _,
          PdfValue.Text _,
          PdfValue.Whole _,
          PdfValue.Reference _,
          PdfValue.Close _ ->
          false;
    };
  }
}
