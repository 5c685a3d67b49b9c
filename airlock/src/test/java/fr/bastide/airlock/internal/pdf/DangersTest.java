package fr.bastide.airlock.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DangersTest {

  private static final Door DOOR = new Door(List.of(new PdfDisarmer()));

  static Outcome.Rebuilt rebuilt(byte[] file, Policy policy) {
    Outcome outcome = DOOR.pass(Content.of("a.pdf", file), policy);
    assertThat(outcome).isInstanceOf(Outcome.Rebuilt.class);
    return (Outcome.Rebuilt) outcome;
  }

  static String text(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void theSamplesAreDangerousBeforehand() throws IOException {
    List<String> harmless = new ArrayList<>();
    for (Dangers.Danger danger : Dangers.all()) {
      try (Sample sample = new Sample()) {
        danger.hide().accept(sample);
        if (Remains.in(sample.bytes()).isEmpty()) {
          harmless.add(danger.name());
        }
      }
    }
    // What only policy, bounds or findings tell from honest content.
    assertThat(harmless)
        .allMatch(name ->
            name.startsWith("URI file")
                || Set.of("unknown key", "hidden comment", "base address").contains(name));
  }

  @TestFactory
  List<DynamicTest> nothingIsLeftOfAnyDangerWhereverItHides() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Dangers.Danger danger : Dangers.all()) {
      tests.add(
          DynamicTest.dynamicTest(
              danger.name(),
              () -> {
                for (String policy : Policies.NAMES) {
                  for (boolean packed : List.of(true, false)) {
                    check(List.of(danger), packed, Policies.named(policy));
                  }
                }
              }));
    }
    return tests;
  }

  /// Several dangers at once, in any order.
  @Test
  void nothingIsLeftOfManyDangersTogether() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Dangers.Danger> all = Dangers.all();
    for (int round = 0; round < 60; round++) {
      List<Dangers.Danger> some = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        some.add(all.get(random.nextInt(all.size())));
      }
      try (Sample sample = new Sample()) {
        some.forEach(danger -> danger.hide().accept(sample));
        byte[] file = sample.bytes(random.nextBoolean());
        assertThat(Remains.in(rebuilt(file, Policies.named("standard")).content().bytes()))
            .as("seed %d, round %d", seed, round)
            .isEmpty();
      }
    }
  }

  private static void check(List<Dangers.Danger> dangers, boolean packed, Policy policy)
      throws IOException {
    try (Sample sample = new Sample()) {
      dangers.forEach(danger -> danger.hide().accept(sample));
      Outcome.Rebuilt rebuilt = rebuilt(sample.bytes(packed), policy);
      assertThat(Remains.in(rebuilt.content().bytes())).isEmpty();
      Set<Object> found = new HashSet<>();
      rebuilt.findings().stream().map(Finding::threat).forEach(found::add);
      assertThat(found).containsAll(dangers.stream().map(Dangers.Danger::threat).toList());
      assertThat(text(rebuilt.content().bytes())).contains(Sample.TEXT);
    }
  }
}
