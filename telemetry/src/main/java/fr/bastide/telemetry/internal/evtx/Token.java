package fr.bastide.telemetry.internal.evtx;

/// The tokens of binary XML; most may also stand with the flag 0x40, "more follows".
///
/// @see <a
///   href="https://learn.microsoft.com/openspecs/windows_protocols/ms-even6/c73573ae-1c90-43a2-a65f-ad7501155956">MS-EVEN6,
///   BinXml</a>
final class Token {

  static final int END_OF_FILE = 0x00;
  static final int OPEN_ELEMENT = 0x01;
  static final int CLOSE_START = 0x02;
  static final int CLOSE_EMPTY = 0x03;
  static final int END_ELEMENT = 0x04;
  static final int VALUE = 0x05;
  static final int ATTRIBUTE = 0x06;
  static final int CDATA = 0x07;
  static final int CHARACTER = 0x08;
  static final int ENTITY = 0x09;
  static final int PI_TARGET = 0x0a;
  static final int PI_DATA = 0x0b;
  static final int TEMPLATE_INSTANCE = 0x0c;
  static final int SLOT = 0x0d;
  static final int OPTIONAL_SLOT = 0x0e;
  static final int FRAGMENT_HEADER = 0x0f;

  private Token() {}
}
