package fr.bastide.web.api;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Siren;
import fr.bastide.loop.Invalid;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Hostile requests: whatever the bytes, a record that says the same once written and read again,
/// or a refusal that can be told back.
class SentJsonFuzz {

  record SentInner(int count, Optional<Boolean> yes) {}

  /// Every kind of field that the API takes.
  record SentAll(
      Optional<String> name,
      Optional<BodyForm> form,
      Optional<Money> budget,
      Optional<LocalDate> due,
      Optional<Instant> at,
      Optional<UUID> id,
      Optional<Siren> siren,
      Optional<BodyId> body,
      Optional<SentInner> one,
      List<SentInner> inner,
      Set<String> words,
      Map<String, String> reasons) {}

  private static final List<Class<? extends Record>> TYPES =
      List.of(
          SentAll.class,
          AnswerDoors.SentAnswer.class,
          PlanDoors.SentWish.class,
          PlanDoors.SentMove.class,
          MandateDoors.SentMandate.class,
          RegisterDoors.SentBody.class,
          AdminDoors.SentGuest.class,
          AccountDoors.SentToken.class,
          FlashDoors.SentFlashFile.class);

  @FuzzTest(maxDuration = "60s")
  void anyBytesAreReadOrRefused(byte[] bytes) {
    for (Class<? extends Record> type : TYPES) {
      try {
        Record read = SentJson.read(bytes, type);
        byte[] written = WrittenJson.of(read);
        Record again = SentJson.read(written, type);
        if (!again.equals(read)) {
          throw new AssertionError(read + " became " + again);
        }
        use(read);
      } catch (Invalid refused) {
        look(refused);
      }
    }
  }

  /// What routes do with what they were sent, before any use case sees it.
  private static void use(Record read) {
    switch (read) {
      case AnswerDoors.SentAnswer answer -> answer.answer();
      case PlanDoors.SentWish wish -> wish.wish();
      case MandateDoors.SentMandate mandate -> mandate.grant();
      case RegisterDoors.SentBody body -> body.fresh();
      case AdminDoors.SentGuest guest -> guest.hat();
      default -> {}
    }
  }

  private static void look(Invalid refused) {
    for (String text : List.of(refused.text().fr(), refused.text().en(), refused.field())) {
      if (text.length() > 3_000) {
        throw new AssertionError("nobody reads a message this long: " + text.length());
      }
      try {
        ByteBuffer _ = StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(text));
      } catch (CharacterCodingException e) {
        throw new AssertionError("cannot be told back: " + text, e);
      }
    }
  }
}
