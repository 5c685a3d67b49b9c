package fr.bastide.detection.internal.rule;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/// Hostile regular expressions: a linear-time one, or a reason.
class RegexesFuzz {

  @FuzzTest(maxDuration = "60s")
  void translatesOrRefuses(FuzzedDataProvider data) {
    String text = data.consumeString(40);
    String regex = data.consumeRemainingAsString();
    try {
      RegexesTest.found(RegexesTest.translate(regex), text);
    } catch (Refused refused) {
      if (refused.reason().fr().isBlank()) {
        throw new AssertionError("refused without a reason", refused);
      }
    }
  }
}
