package fr.bastide.assessment.internal;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.file.Referentials;
import fr.bastide.assessment.file.Referentials.Reading;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;

/// The referential that comes with Bastide, read once: from the compact form that the build wrote,
/// or from the YAML files when classes were compiled by other means.
public final class BuiltinReferential {

  /// The name of the compact form.
  static final String COMPACT = "referential.bin";

  private static final String FOLDER = "/fr/bastide/assessment/referential/";

  private BuiltinReferential() {}

  private static final class Holder {
    static final Referential REFERENTIAL = load();
  }

  /// The referential; the first call reads it.
  public static Referential get() {
    return Holder.REFERENTIAL;
  }

  private static Referential load() {
    try {
      return open(COMPACT).map(CompactReader::read).orElseGet(BuiltinReferential::fromYaml);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the built-in referential cannot be read", unreadable);
    }
  }

  private static Referential fromYaml() {
    return switch (read()) {
      case Reading.Usable usable -> usable.referential();
      case Reading.Refused refused ->
          throw new IllegalStateException(
              refused.findings().stream()
                  .map(finding -> finding.format(Language.EN))
                  .collect(Collectors.joining("\n", "the built-in referential is wrong:\n", "")));
    };
  }

  /// What reading the YAML files gives, findings included.
  static Reading read() {
    return ReferentialReader.read(BuiltinReferential::open);
  }

  private static Optional<byte[]> open(String name) throws IOException {
    try (InputStream in = BuiltinReferential.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readNBytes(Referentials.MAX_BYTES + 1));
    }
  }
}
