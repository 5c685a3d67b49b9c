package fr.bastide.telemetry.internal.evtx;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Trouble;
import fr.bastide.telemetry.Troubles;

/// Says what is wrong with a file, and where.
final class EvtxTroubles {

  private final Troubles troubles;

  EvtxTroubles(Troubles troubles) {
    this.troubles = troubles;
  }

  void noSignature() {
    tell(
        "byte 0",
        "Ce n’est pas le début d’un journal EVTX. Les blocs lisibles, s’il y en a, ont été lus.",
        "This is not the beginning of an EVTX log. The readable chunks, if any, were read.");
  }

  void noHeader() {
    tell(
        "byte 0",
        "L’en-tête du fichier manque\u00a0: la lecture commence au premier bloc.",
        "The file header is missing: reading starts at the first chunk.");
  }

  void cutHeader(long length) {
    tell(
        "byte " + length,
        "Le fichier s’arrête dans son en-tête\u00a0: il ne contient aucun événement.",
        "The file ends within its header: it holds no event.");
  }

  void headerSum() {
    tell(
        "byte 0",
        "L’en-tête du fichier est abîmé (somme de contrôle fausse). Les blocs ont été lus.",
        "The file header is damaged (wrong checksum). The chunks were read.");
  }

  void fewerChunks(long said, long found) {
    tell(
        "chunk " + (found + 1),
        "Le fichier est incomplet\u00a0: nombre de blocs annoncé par l’en-tête\u00a0: %d, trouvé\u00a0: %d."
            .formatted(said, found),
        "The file is incomplete: number of chunks announced by the header: %d, found: %d."
            .formatted(said, found));
  }

  void notChunks(long from, long to) {
    tell(
        "byte " + from,
        "Une partie du fichier (octets\u00a0: %d) n’est pas un bloc lisible et a été passée."
            .formatted(to - from),
        "A part of the file (bytes: %d) is no readable chunk and was passed over."
            .formatted(to - from));
  }

  void cutChunk(Chunk chunk) {
    tell(
        place(chunk, chunk.length()),
        "Le fichier s’arrête au milieu d’un bloc\u00a0: les enregistrements qui suivaient sont"
            + " perdus.",
        "The file ends in the middle of a chunk: the records that followed are lost.");
  }

  void chunkHeaderSum(Chunk chunk) {
    tell(
        place(chunk, 0),
        "L’en-tête du bloc est abîmé (somme de contrôle fausse). Ses enregistrements ont tout de"
            + " même été lus.",
        "The chunk header is damaged (wrong checksum). Its records were read all the same.");
  }

  void recordsSum(Chunk chunk) {
    tell(
        place(chunk, Chunk.RECORDS),
        "Les enregistrements du bloc ont été modifiés ou abîmés (somme de contrôle fausse). Ceux"
            + " qui sont lisibles ont été lus.",
        "The records of the chunk were changed or damaged (wrong checksum). Those that can be read"
            + " were read.");
  }

  void lostBytes(Chunk chunk, int from, int to) {
    tell(
        place(chunk, from),
        "Une partie du bloc (octets\u00a0: %d) n’est pas un enregistrement et a été passée."
            .formatted(to - from),
        "A part of the chunk (bytes: %d) is no record and was passed over.".formatted(to - from));
  }

  void damaged(Chunk chunk, int at, long number, Flaw flaw) {
    String id = Long.toUnsignedString(number);
    tell(
        place(chunk, at),
        "L’enregistrement %s est illisible et a été passé\u00a0: %s."
            .formatted(id, flaw.why().fr()),
        "Record %s cannot be read and was passed over: %s.".formatted(id, flaw.why().en()));
  }

  void moreDamaged(Chunk chunk, int count) {
    tell(
        place(chunk, Chunk.RECORDS),
        "D’autres enregistrements du bloc sont illisibles et ont été passés (nombre\u00a0: %d)."
            .formatted(count),
        "More records of the chunk cannot be read and were passed over (number: %d)."
            .formatted(count));
  }

  private void tell(String place, String fr, String en) {
    troubles.tell(new Trouble(place, new Text(fr, en)));
  }

  private static String place(Chunk chunk, int at) {
    return "chunk " + chunk.number() + ", byte " + (chunk.place() + at);
  }
}
