package fr.bastide.assessment.internal;

import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Condition;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Pooling;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.References;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Scale;
import fr.bastide.assessment.Theme;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Text;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Writes a referential in the compact form that [CompactReader] reads: the build makes it from the
/// YAML files, because reading these takes longer than a whole command may. The form is private to
/// one build: both classes change together and nothing else reads it.
final class CompactWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private CompactWriter() {}

  static byte[] write(Referential referential) {
    CompactWriter writer = new CompactWriter();
    writer.string(referential.version());
    writer.scale(referential.scale());
    writer.all(referential.themes(), writer::theme);
    writer.all(referential.questions().values(), writer::question);
    writer.all(referential.measures().values(), writer::measure);
    return writer.bytes.toByteArray();
  }

  private void scale(Scale scale) {
    string(scale.version());
    for (EvidenceLevel level : EvidenceLevel.values()) {
      number(scale.lowTrust().getOrDefault(level, 0.0));
      number(scale.pointTrust().getOrDefault(level, 0.0));
    }
    number(scale.shift());
    for (Grade grade : CompactReader.GRADES) {
      number(scale.thresholds().getOrDefault(grade, 0.0));
    }
    all(
        scale.caps(),
        (Cap cap) -> {
          string(cap.id());
          string(cap.question());
          string(cap.choice());
          constant(cap.grade());
          text(cap.reason());
        });
    constant(scale.vitalEvidence());
  }

  private void theme(Theme theme) {
    string(theme.id());
    text(theme.name());
    whole(theme.weight());
    text(theme.summary());
  }

  private void question(Question question) {
    string(question.id());
    string(question.theme());
    constant(question.depth());
    whole(question.weight());
    whole(question.vital() ? 1 : 0);
    text(question.text());
    text(question.why());
    text(question.how());
    all(
        question.choices(),
        (Choice choice) -> {
          string(choice.id());
          number(choice.value());
          text(choice.text());
        });
    all(
        question.conditions(),
        (Condition condition) -> {
          whole(condition instanceof Condition.Requires ? 1 : 0);
          string(condition.question());
          string(condition.choice());
        });
    whole(question.validityMonths());
    maybe(question.evidence(), this::text);
    references(question.references());
  }

  private void measure(Measure measure) {
    string(measure.id());
    string(measure.theme());
    text(measure.name());
    text(measure.description());
    text(measure.firstStep());
    for (Map.Entry<BodySize, Cost> cost : new TreeMap<>(measure.costs()).entrySet()) {
      cents(cost.getValue().setup().cents());
      cents(cost.getValue().yearly().cents());
      number(cost.getValue().days());
    }
    whole(measure.months());
    all(measure.prerequisites(), this::string);
    maybe(
        measure.pooling(),
        (Pooling pooling) -> {
          whole(pooling.fromBodies());
          number(pooling.setupShare());
          number(pooling.yearlyShare());
        });
    all(
        measure.effects(),
        (Effect effect) -> {
          string(effect.question());
          string(effect.choice());
        });
    constant(measure.evidence());
    references(measure.references());
  }

  private void references(References references) {
    all(references.hygiene(), this::whole);
    all(references.iso27002(), this::string);
    all(references.recyf(), this::whole);
    all(references.attack(), this::string);
    all(references.path(), this::constant);
  }

  private void text(Text text) {
    string(text.fr());
    string(text.en());
  }

  private <T> void all(Collection<T> items, Consumer<T> write) {
    whole(items.size());
    items.forEach(write);
  }

  private <T> void maybe(Optional<T> item, Consumer<T> write) {
    whole(item.isPresent() ? 1 : 0);
    item.ifPresent(write);
  }

  private void constant(Enum<?> constant) {
    whole(constant.ordinal());
  }

  /// A string: its length in bytes, negative when Latin-1 (which reads fastest) is not enough.
  private void string(String string) {
    boolean narrow = string.chars().allMatch(c -> c < 256);
    byte[] encoded = string.getBytes(narrow ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    whole(narrow ? encoded.length : -encoded.length);
    bytes.writeBytes(encoded);
  }

  private void whole(int number) {
    write(() -> out.writeInt(number));
  }

  private void cents(long number) {
    write(() -> out.writeLong(number));
  }

  private void number(double number) {
    write(() -> out.writeDouble(number));
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory refused a byte", impossible);
    }
  }
}
