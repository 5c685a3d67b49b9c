package fr.bastide.airlock.internal.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.xml.WebLinks;
import fr.bastide.airlock.internal.zip.Member;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

class OoxmlFuzz {

  /// Whatever the body of a document is, it is refused, or what leaves is whole.
  @FuzzTest(maxDuration = "20s")
  void anyBodyIsRefusedOrLeavesWhole(byte[] data) throws IOException {
    byte[] file = OfficeFiles.word(new String(data, StandardCharsets.UTF_8)).bytes();
    if (Passing.outcome("a.docx", file, "standard") instanceof Outcome.Rebuilt rebuilt) {
      assertThat(PackageCheck.faults(rebuilt.content().bytes())).isEmpty();
    }
  }

  /// Whatever the bytes of a package are, the door answers.
  @FuzzTest(maxDuration = "20s")
  void anyPackageIsAnswered(byte[] data) throws IOException {
    if (Passing.outcome("a.docx", data, "lenient") instanceof Outcome.Rebuilt rebuilt) {
      assertThat(rebuilt.content().bytes()).isNotEmpty();
    }
  }

  /// Formulas, fields and links are judged, whatever they hold.
  @FuzzTest(maxDuration = "10s")
  void anyFormulaFieldAndLinkIsJudged(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    var policy = Policies.named("standard");
    Optional<Threat> formula = SheetFormula.fault(text, policy, Set.of("x"));
    Optional<Threat> field = FieldRules.ALL.fault(text, false, policy);
    Optional<Threat> link = WebLinks.fault(text, policy.links());
    if (link.isEmpty() && !text.startsWith("#")) {
      assertThat(text.toLowerCase(java.util.Locale.ROOT)).containsAnyOf("http", "mailto:");
    }
    if (formula.isEmpty()) {
      assertThat(text).doesNotStartWith("cmd|").doesNotStartWith("EXEC(");
    }
    if (field.isEmpty()) {
      assertThat(text.strip()).doesNotStartWith("DDE");
    }
  }

  /// A metafile is left out, or leaves within its bounds.
  @FuzzTest(maxDuration = "10s")
  void anyMetafileIsLeftOutOrBounded(byte[] data) {
    if (Metafile.isOne(data)) {
      Optional<Media.Picture> picture = Metafile.rebuilt(Arrays.copyOf(data, data.length));
      picture.ifPresent(p -> assertThat(p.bytes().length).isLessThanOrEqualTo(data.length));
    }
  }

  /// Binary records are converted or refused.
  @FuzzTest(maxDuration = "10s")
  void anyBinarySheetIsConvertedOrRefused(byte[] data) {
    try {
      byte[] sheet = BinarySheet.converted(new Member("sheet1.bin", data), 3, 2);
      assertThat(new String(sheet, StandardCharsets.UTF_8)).contains("sheetData");
    } catch (RefusedException refused) {
      assertThat(refused.outcome().reason()).isEqualTo(Reason.MALFORMED);
    }
  }
}
