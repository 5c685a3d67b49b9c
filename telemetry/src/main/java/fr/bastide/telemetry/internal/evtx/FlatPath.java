package fr.bastide.telemetry.internal.evtx;

/// Where in an event elements stand, as far as it says how their fields are named.
///
/// @param kind what is around
/// @param prefix what their names begin with
record FlatPath(Kind kind, String prefix) {

  /// What is around.
  enum Kind {
    /// Nothing: the element `Event` is to come.
    TOP,
    /// `Event`.
    EVENT,
    /// `System`: attributes are fields too.
    SYSTEM,
    /// `UserData`, whose one child is a mere wrapper.
    USER,
    /// Data: each element is a field.
    BODY
  }

  static final FlatPath TOP = new FlatPath(Kind.TOP, "");
  static final FlatPath EVENT = new FlatPath(Kind.EVENT, "");
  static final FlatPath SYSTEM = new FlatPath(Kind.SYSTEM, "");
  static final FlatPath USER = new FlatPath(Kind.USER, "");
  static final FlatPath BODY = new FlatPath(Kind.BODY, "");

  private static final String RENDERING = "RenderingInfo";

  /// Where the children of this element stand.
  FlatPath inside(String element) {
    return switch (kind) {
      case TOP -> "Event".equals(element) ? EVENT : BODY;
      case EVENT ->
          switch (element) {
            case "System" -> SYSTEM;
            case "UserData" -> USER;
            case "EventData", "ProcessingErrorData", "DebugData", "BinaryEventData" -> BODY;
            default -> new FlatPath(Kind.BODY, element + ".");
          };
      case USER -> BODY;
      case SYSTEM -> new FlatPath(Kind.BODY, element + ".");
      case BODY -> new FlatPath(Kind.BODY, prefix + element + ".");
    };
  }

  /// The field of the text of this element: what Windows renders for people is `Message` alone.
  String field(String element) {
    boolean message = "Message".equals(element) && prefix.equals(RENDERING + ".");
    return message ? element : prefix + element;
  }

  /// Whether elements here hold others and are no fields of their own when empty.
  boolean holders() {
    return kind == Kind.TOP || kind == Kind.EVENT || kind == Kind.USER;
  }
}
