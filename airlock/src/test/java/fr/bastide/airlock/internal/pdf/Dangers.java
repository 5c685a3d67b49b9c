package fr.bastide.airlock.internal.pdf;

import static fr.bastide.airlock.internal.pdf.Sample.array;
import static fr.bastide.airlock.internal.pdf.Sample.dictionary;
import static fr.bastide.airlock.internal.pdf.Sample.name;
import static fr.bastide.airlock.internal.pdf.Sample.text;

import fr.bastide.airlock.Threat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSStream;

/// The dangers of PDF and the places where each can hide.
final class Dangers {

  /// A danger in its hiding place.
  ///
  /// @param threat what the receipt must say
  record Danger(String name, Threat threat, Consumer<Sample> hide) {}

  private Dangers() {}

  static List<Danger> all() {
    List<Danger> all = new ArrayList<>();
    actions()
        .forEach((type, action) ->
            places()
                .forEach((place, hide) ->
                    all.add(
                        new Danger(
                            type + " in " + place,
                            threat(type),
                            sample -> hide.accept(sample, action.apply(sample))))));
    all.addAll(things());
    return all;
  }

  private static Threat threat(String type) {
    return Grammar.HOUSE.action(type.equals("URI file") ? "URI" : type);
  }

  private static COSDictionary action(String type) {
    COSDictionary action = dictionary("S", name(type));
    action.setItem("Type", name("Action"));
    return action;
  }

  private static COSDictionary action(String type, String key, String value) {
    COSDictionary action = action(type);
    action.setString(key, value);
    return action;
  }

  private static Map<String, Function<Sample, COSDictionary>> actions() {
    Map<String, Function<Sample, COSDictionary>> actions = new TreeMap<>();
    actions.put("JavaScript", sample -> action("JavaScript", "JS", "app.alert(1)"));
    actions.put("Launch", sample -> action("Launch", "F", "cmd.exe"));
    actions.put("GoToR", sample -> action("GoToR", "F", "\\\\host\\share\\a.pdf"));
    actions.put("GoToE", sample -> action("GoToE", "F", "inner.pdf"));
    actions.put("Thread", sample -> action("Thread", "F", "other.pdf"));
    actions.put("SubmitForm", sample -> action("SubmitForm", "F", "https://example.org/"));
    actions.put("ImportData", sample -> action("ImportData", "F", "data.fdf"));
    actions.put("ResetForm", sample -> action("ResetForm"));
    actions.put("Hide", sample -> action("Hide", "T", "nom"));
    actions.put("SetOCGState", sample -> action("SetOCGState"));
    actions.put("Rendition", sample -> action("Rendition", "JS", "app.alert(1)"));
    actions.put("Movie", sample -> action("Movie"));
    actions.put("Sound", sample -> action("Sound"));
    actions.put("GoTo3DView", sample -> action("GoTo3DView"));
    actions.put("RichMediaExecute", sample -> action("RichMediaExecute"));
    actions.put("URI file", sample -> action("URI", "URI", "file:///c:/windows/cmd.exe"));
    return actions;
  }

  private static Map<String, BiConsumer<Sample, COSDictionary>> places() {
    Map<String, BiConsumer<Sample, COSDictionary>> places = new TreeMap<>();
    places.put("opening", (s, a) -> s.catalog.setItem("OpenAction", chain(s, a)));
    places.put("hook of the catalog", (s, a) -> s.catalog.setItem("AA", dictionary("WC", a)));
    places.put("hook of a page", (s, a) -> s.page.setItem("AA", dictionary("O", a)));
    places.put("link", (s, a) -> leads(s.link, a));
    places.put("after a link", (s, a) -> leads(s.link, chain(s, a)));
    places.put("long after a link", (s, a) -> leads(s.link, chain(s, chain(s, a))));
    places.put("hook of a link", (s, a) -> s.link.setItem("PA", a));
    places.put("hook of an annotation", (s, a) -> s.link.setItem("AA", dictionary("E", a)));
    places.put("comment", (s, a) -> s.add(s.annotation("Text")).setItem("A", a));
    places.put("unknown annotation", (s, a) -> s.add(s.annotation("Strange")).setItem("A", a));
    places.put("field", (s, a) -> s.field.setItem("A", a));
    places.put("hook of a field", (s, a) -> s.field.setItem("AA", dictionary("K", a)));
    places.put("hook of a parent field", (s, a) -> s.parent.setItem("AA", dictionary("C", a)));
    places.put("outline", (s, a) -> leads(s.outline, a));
    places.put(
        "name tree",
        (s, a) ->
            s.catalog.setItem(
                "Names", dictionary("JavaScript", dictionary("Names", array(text("x"), a)))));
    return places;
  }

  private static void leads(COSDictionary holder, COSDictionary action) {
    holder.removeItem(name("Dest"));
    holder.setItem("A", action);
  }

  /// A harmless jump that another action follows.
  private static COSDictionary chain(Sample sample, COSDictionary next) {
    COSDictionary jump = action("GoTo");
    jump.setItem("D", array(sample.page, name("Fit")));
    jump.setItem("Next", next);
    return jump;
  }

  private static Danger thing(String name, Threat threat, Consumer<Sample> hide) {
    return new Danger(name, threat, hide);
  }

  private static COSDictionary file(Sample sample) {
    COSStream inner = sample.stream("MZ");
    inner.setItem("Type", name("EmbeddedFile"));
    COSDictionary file = dictionary("EF", dictionary("F", inner));
    file.setItem("Type", name("Filespec"));
    file.setString("F", "setup.exe");
    return file;
  }

  private static List<Danger> things() {
    List<Danger> things = new ArrayList<>();
    things.add(
        thing(
            "embedded files",
            Threat.EMBEDDED_FILE,
            s ->
                s.catalog.setItem(
                    "Names",
                    dictionary("EmbeddedFiles", dictionary("Names", array(text("a"), file(s)))))));
    for (String kind : List.of("AF", "EF")) {
      things.add(
          thing(
              kind + " of the catalog",
              Threat.EMBEDDED_FILE,
              s -> s.catalog.setItem("AF", array(file(s)))));
      things.add(
          thing(
              kind + " of a page",
              Threat.EMBEDDED_FILE,
              s -> s.page.setItem(kind, array(file(s)))));
      things.add(
          thing(
              kind + " of a form",
              Threat.EMBEDDED_FILE,
              s -> s.form.setItem(kind, array(file(s)))));
      things.add(
          thing(
              kind + " of a picture",
              Threat.EMBEDDED_FILE,
              s -> s.picture.setItem(kind, array(file(s)))));
    }
    things.add(
        thing(
            "AF of an element",
            Threat.EMBEDDED_FILE,
            s -> s.element.setItem("AF", array(file(s)))));
    things.add(
        thing(
            "attachment",
            Threat.EMBEDDED_FILE,
            s -> s.add(s.annotation("FileAttachment")).setItem("FS", file(s))));
    things.add(
        thing(
            "portfolio",
            Threat.EMBEDDED_FILE,
            s -> s.catalog.setItem("Collection", dictionary("View", name("T")))));
    things.add(
        thing("XFA", Threat.DYNAMIC_FORM, s -> s.acroForm.setItem("XFA", s.stream("<xdp/>"))));
    for (String kind : List.of("Screen", "Movie", "Sound", "3D", "RichMedia")) {
      things.add(
          thing(
              kind + " annotation",
              Threat.MULTIMEDIA,
              s -> s.add(s.annotation(kind)).setItem("Movie", dictionary("F", text("a.avi")))));
    }
    things.addAll(external());
    things.addAll(hidden());
    return things;
  }

  private static List<Danger> external() {
    return List.of(
        thing(
            "external content",
            Threat.EXTERNAL_CONTENT,
            s ->
                ((COSDictionary) s.second.getDictionaryObject("Contents")).setString("F", "a.txt")),
        thing("external form", Threat.EXTERNAL_CONTENT, s -> s.form.setString("F", "a.txt")),
        thing(
            "external picture",
            Threat.EXTERNAL_CONTENT,
            s -> s.picture.setString("F", "http://example.org/pixel")),
        thing(
            "reference form",
            Threat.REMOTE_DOCUMENT,
            s -> s.form.setItem("Ref", dictionary("F", text("other.pdf")))),
        thing(
            "alternates",
            Threat.EXTERNAL_CONTENT,
            s -> s.picture.setItem("Alternates", array(dictionary("Image", s.stream("x"))))),
        thing(
            "OPI",
            Threat.EXTERNAL_CONTENT,
            s -> s.picture.setItem("OPI", dictionary("2.0", dictionary("F", text("big.tif"))))),
        thing(
            "web capture",
            Threat.EXTERNAL_CONTENT,
            s -> s.catalog.setItem("SpiderInfo", dictionary("V", COSInteger.ONE))),
        thing(
            "base address",
            Threat.EXTERNAL_CONTENT,
            s -> s.catalog.setItem("URI", dictionary("Base", text("http://example.org/")))));
  }

  private static List<Danger> hidden() {
    return List.of(
        thing(
            "private data of a page",
            Threat.HIDDEN_CONTENT,
            s ->
                s.page.setItem("PieceInfo", dictionary("X", dictionary("Private", s.stream("x"))))),
        thing(
            "private data of the catalog",
            Threat.HIDDEN_CONTENT,
            s -> s.catalog.setItem("PieceInfo", dictionary("X", text("x")))),
        thing(
            "threads",
            Threat.HIDDEN_CONTENT,
            s -> s.catalog.setItem("Threads", array(dictionary("F", text("x"))))),
        thing(
            "metadata of a picture",
            Threat.METADATA,
            s -> s.picture.setItem("Metadata", s.stream("<x/>"))),
        thing(
            "unknown key",
            Threat.UNKNOWN_PART,
            s -> s.page.setItem("Strange", dictionary("S", name("P")))),
        thing(
            "hidden comment",
            Threat.HIDDEN_CONTENT,
            s -> s.add(s.annotation("Text")).setInt("F", 2)),
        thing(
            "rights",
            Threat.SIGNATURE,
            s -> s.catalog.setItem("Perms", dictionary("UR3", dictionary("V", COSBoolean.TRUE)))));
  }
}
