package fr.bastide.store;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.journal.Journal;
import fr.bastide.loop.journal.JournalChain;
import fr.bastide.loop.journal.JournalCheck;
import fr.bastide.loop.journal.JournalEntry;
import fr.bastide.loop.journal.JournalEvent;
import fr.bastide.loop.journal.JournalHead;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The journal as a file of JSON lines (one entry a line, the anchor last), to be checked on
/// another machine.
public final class JournalFile {

  private static final int MAX_LINE = 16_384;
  private static final int MOST_FAULTS = 100;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(8)
                          .maxStringLength(MAX_LINE)
                          .build())
                  .build())
          .build();

  private JournalFile() {}

  /// Writes the whole journal and its head.
  ///
  /// @return how many entries were written
  public static long write(Path file, Journal journal, JournalVault vault) {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      long[] count = {0};
      JournalHead[] last = {new JournalHead(0, JournalChain.GENESIS)};
      journal.readAll(entry -> {
        line(out, json(entry));
        last[0] = new JournalHead(entry.sequence(), entry.seal());
        count[0]++;
      });
      line(out, anchorJson(last[0], vault));
      return count[0];
    } catch (IOException | UncheckedIOException e) {
      throw StoreException.of(
          "Le journal ne peut pas être écrit dans %s\u00a0: vérifiez le chemin et la place."
              .formatted(file),
          "The journal cannot be written to %s: check the path and the space.".formatted(file),
          e);
    }
  }

  /// Checks a file that [#write] wrote: every entry, that nothing was cut off its end, and that
  /// each line says what it says in the one way in which it was written.
  ///
  /// @throws StoreException when the file cannot be read as a journal at all
  public static JournalCheck.Verdict check(Path file, JournalVault vault) {
    JournalCheck check = JournalCheck.ofTheChain(vault.chain());
    List<JournalCheck.Fault> more = new ArrayList<>();
    Optional<JournalHead> anchor = Optional.empty();
    // An anchor ends the file: nothing may come after it.
    boolean anchored = false;
    long number = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      JournalLines lines = new JournalLines(in, MAX_LINE);
      for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
        String line = next.get();
        number++;
        JsonNode node = parse(file, number, line);
        if (anchored && more.size() < MOST_FAULTS) {
          more.add(rewritten(check.verdict().entries(), number));
        }
        if (node.has("anchor")) {
          anchored = true;
          anchor = anchor(node, vault).filter(head -> written(line, anchorJson(head, vault)));
        } else {
          JournalEntry entry = entry(file, number, node);
          check.accept(entry);
          if (!written(line, json(entry)) && more.size() < MOST_FAULTS) {
            more.add(rewritten(entry.sequence(), number));
          }
        }
      }
    } catch (JournalLines.TooLong e) {
      throw unreadable(file, number + 1, e);
    } catch (MalformedInputException e) {
      throw unreadable(file, number + 1, e);
    } catch (IOException e) {
      throw StoreException.of(
          "Le fichier %s ne peut pas être lu.".formatted(file),
          "The file %s cannot be read.".formatted(file),
          e);
    }
    return verdict(check.verdict(), more, anchor);
  }

  private static JournalCheck.Verdict verdict(
      JournalCheck.Verdict chain, List<JournalCheck.Fault> more, Optional<JournalHead> anchor) {
    List<JournalCheck.Fault> faults = new ArrayList<>(chain.faults());
    faults.addAll(more);
    if (anchor.filter(chain.head()::equals).isEmpty()) {
      faults.add(
          new JournalCheck.Fault(
              chain.entries(),
              new Text(
                  "La fin du fichier manque, ou son ancre ne correspond pas\u00a0: il a été"
                      + " tronqué.",
                  "The end of the file is missing, or its anchor does not fit: it was cut off.")));
    }
    return new JournalCheck.Verdict(chain.entries(), chain.head(), faults);
  }

  /// A field more, one that comes twice, a number in quotes: nothing that the seal does not cover
  /// passes for a part of the journal.
  private static boolean written(String line, ObjectNode node) {
    return line.equals(JSON.writeValueAsString(node));
  }

  private static JournalCheck.Fault rewritten(long sequence, long line) {
    return new JournalCheck.Fault(
        sequence,
        new Text(
            "La ligne %d n’est pas écrite comme le journal l’a écrite\u00a0: elle a été modifiée."
                .formatted(line),
            "Line %d is not written as the journal wrote it: it was altered.".formatted(line)));
  }

  private static Optional<JournalHead> anchor(JsonNode node, JournalVault vault) {
    JournalHead head =
        new JournalHead(node.path("anchor").asLong(-1), node.path("seal").asString(""));
    return vault.proof(head).equals(node.path("proof").asString(""))
        ? Optional.of(head)
        : Optional.empty();
  }

  private static JsonNode parse(Path file, long number, String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw unreadable(file, number, e);
    }
  }

  private static JournalEntry entry(Path file, long number, JsonNode node) {
    try {
      JournalEvent event =
          new JournalEvent(
              Instant.parse(node.path("at").asString("")),
              text(node, "actor").map(UUID::fromString).map(AccountId::new),
              node.path("act").asString(""),
              text(node, "body").map(BodyId::new),
              node.path("object").asString(""));
      return new JournalEntry(
          node.path("sequence").asLong(-1), event, node.path("seal").asString(""));
    } catch (DateTimeException | IllegalArgumentException | InvalidIdentifier e) {
      throw unreadable(file, number, e);
    }
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asString("")).filter(value -> !value.isEmpty());
  }

  private static ObjectNode json(JournalEntry entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("sequence", entry.sequence());
    node.put("at", entry.event().at().toString());
    entry.event().actor().ifPresent(actor -> node.put("actor", actor.toString()));
    node.put("act", entry.event().act());
    entry.event().body().ifPresent(body -> node.put("body", body.value()));
    node.put("object", entry.event().object());
    node.put("seal", entry.seal());
    return node;
  }

  private static ObjectNode anchorJson(JournalHead head, JournalVault vault) {
    ObjectNode node = JSON.createObjectNode();
    node.put("anchor", head.sequence());
    node.put("seal", head.seal());
    node.put("proof", vault.proof(head));
    return node;
  }

  private static void line(BufferedWriter out, ObjectNode node) {
    try {
      out.write(JSON.writeValueAsString(node));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoreException unreadable(Path file, long line, Exception cause) {
    return StoreException.of(
        "%s, ligne %d\u00a0: ce n’est pas une entrée de journal.".formatted(file, line),
        "%s, line %d: this is not a journal entry.".formatted(file, line),
        cause);
  }
}
