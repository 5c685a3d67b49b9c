package fr.bastide.airlock.link;

/// How a byte stream is cut for the link.
///
/// @param symbol bytes of one symbol, so that a datagram fits the link's largest frame
/// @param data data symbols of a full block
/// @param repair repair symbols of a full block
/// @param depth how many blocks travel side by side, so that a burst of loss is shared among them
public record LinkShape(int symbol, int data, int repair, int depth) {

  /// Fewest repair symbols of any block: a short block has few to lose, and none to spare.
  static final int LEAST_REPAIR = 6;

  private static final int IP_AND_UDP = 28;
  private static final int SMALLEST = 64;
  private static final int LARGEST = 65_000;

  public LinkShape {
    if (symbol < SMALLEST
        || symbol > LARGEST
        || data < 1
        || repair < LEAST_REPAIR
        || data + repair > ErasureCode.MOST_SYMBOLS
        || depth < 1
        || depth > 64) {
      throw new IllegalArgumentException(
          "no link of %d bytes, %d and %d symbols, %d blocks"
              .formatted(symbol, data, repair, depth));
    }
  }

  /// The shape for a link whose frames hold this many bytes: with 100 data and 16 repair symbols, a
  /// loss of 2 % in every hundred leaves a block in ten thousand million unread.
  ///
  /// @param mtu largest frame of the link, in bytes: 1500 on Ethernet
  public static LinkShape forMtu(int mtu) {
    return new LinkShape(mtu - IP_AND_UDP - Datagrams.OVERHEAD, 100, 16, 8);
  }

  /// Bytes of a full block.
  int capacity() {
    return symbol * data;
  }

  /// Data symbols that hold this many bytes.
  int dataFor(int bytes) {
    return Math.max(1, (bytes + symbol - 1) / symbol);
  }

  /// Repair symbols of a block of so many data symbols: in proportion, and never fewer than the
  /// least.
  int repairFor(int dataSymbols) {
    int share = (dataSymbols * repair + data - 1) / data;
    return Math.min(ErasureCode.MOST_SYMBOLS - dataSymbols, Math.max(LEAST_REPAIR, share));
  }
}
