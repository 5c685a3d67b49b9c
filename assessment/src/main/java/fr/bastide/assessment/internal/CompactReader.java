package fr.bastide.assessment.internal;

import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Condition;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.PathTheme;
import fr.bastide.assessment.Pooling;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.References;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Scale;
import fr.bastide.assessment.Theme;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads what [CompactWriter] wrote in the same build; the YAML was checked then.
final class CompactReader {

  static final List<Grade> GRADES = List.of(Grade.A, Grade.B, Grade.C, Grade.D);

  private static final Depth[] DEPTHS = Depth.values();
  private static final EvidenceLevel[] LEVELS = EvidenceLevel.values();
  private static final PathTheme[] PATH = PathTheme.values();
  private static final BodySize[] SIZES = BodySize.values();
  private static final Grade[] ALL_GRADES = Grade.values();

  private final ByteBuffer in;

  private CompactReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  static Referential read(byte[] bytes) {
    return new CompactReader(bytes).referential();
  }

  private Referential referential() {
    String version = string();
    Scale scale = scale();
    List<Theme> themes = all(this::theme);
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Question question : all(this::question)) {
      questions.put(question.id(), question);
    }
    Map<String, Measure> measures = new LinkedHashMap<>();
    for (Measure measure : all(this::measure)) {
      measures.put(measure.id(), measure);
    }
    return new Referential(version, scale, themes, questions, measures);
  }

  private Scale scale() {
    String version = string();
    Map<EvidenceLevel, Double> low = new EnumMap<>(EvidenceLevel.class);
    Map<EvidenceLevel, Double> point = new EnumMap<>(EvidenceLevel.class);
    for (EvidenceLevel level : LEVELS) {
      low.put(level, in.getDouble());
      point.put(level, in.getDouble());
    }
    double shift = in.getDouble();
    Map<Grade, Double> thresholds = new EnumMap<>(Grade.class);
    for (Grade grade : GRADES) {
      thresholds.put(grade, in.getDouble());
    }
    List<Cap> caps =
        all(() -> new Cap(string(), string(), string(), ALL_GRADES[in.getInt()], text()));
    return new Scale(version, low, point, shift, thresholds, caps, LEVELS[in.getInt()]);
  }

  private Theme theme() {
    return new Theme(string(), text(), in.getInt(), text());
  }

  private Question question() {
    return new Question(
        string(),
        string(),
        DEPTHS[in.getInt()],
        in.getInt(),
        in.getInt() == 1,
        text(),
        text(),
        text(),
        all(() -> new Choice(string(), in.getDouble(), text())),
        all(this::condition),
        in.getInt(),
        maybe(this::text),
        references());
  }

  private Condition condition() {
    return in.getInt() == 1
        ? new Condition.Requires(string(), string())
        : new Condition.Exposed(string(), string());
  }

  private Measure measure() {
    return new Measure(
        string(),
        string(),
        text(),
        text(),
        text(),
        costs(),
        in.getInt(),
        all(this::string),
        maybe(() -> new Pooling(in.getInt(), in.getDouble(), in.getDouble())),
        all(() -> new Effect(string(), string())),
        LEVELS[in.getInt()],
        references());
  }

  private Map<BodySize, Cost> costs() {
    Map<BodySize, Cost> costs = new EnumMap<>(BodySize.class);
    for (BodySize size : SIZES) {
      costs.put(size, new Cost(new Money(in.getLong()), new Money(in.getLong()), in.getDouble()));
    }
    return costs;
  }

  private References references() {
    return new References(
        all(in::getInt),
        all(this::string),
        all(in::getInt),
        all(this::string),
        all(() -> PATH[in.getInt()]));
  }

  private Text text() {
    return new Text(string(), string());
  }

  private <T> List<T> all(Supplier<T> read) {
    int count = in.getInt();
    List<T> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(read.get());
    }
    return items;
  }

  private <T> Optional<T> maybe(Supplier<T> read) {
    return in.getInt() == 1 ? Optional.of(read.get()) : Optional.empty();
  }

  private String string() {
    int length = in.getInt();
    int size = Math.abs(length);
    String string =
        new String(
            in.array(),
            in.position(),
            size,
            length >= 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    in.position(in.position() + size);
    return string;
  }
}
