package fr.bastide.airlock.internal.pdf;

import java.util.Arrays;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// Colour spaces (ISO 32000-2, 8.6), written as they are used; a space that is not understood is
/// replaced by the device space of as many components.
final class Colors {

  private static final int MAX_COMPONENTS = 32;
  private static final Set<String> DEVICES =
      Set.of("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern");

  private static final Shape PROFILE = new Shape.Special("Profile");

  private final Rebuild rebuild;

  Colors(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  static boolean isDevice(String name) {
    return DEVICES.contains(name);
  }

  /// The space, or nothing when it is not understood.
  @Nullable COSBase copy(COSBase value) {
    if (value instanceof COSName name) {
      return named(name.getName());
    }
    if (!(value instanceof COSArray array)
        || array.size() == 0
        || !(array.getObject(0) instanceof COSName family)) {
      return null;
    }
    return switch (family.getName()) {
      case "CalGray", "CalRGB", "Lab" -> calibrated(family, array);
      case "CalCMYK" -> COSName.DEVICECMYK;
      case "ICCBased" -> profile(array);
      case "Indexed", "I" -> indexed(array);
      case "Pattern" -> pattern(array);
      case "Separation" -> separation(array);
      case "DeviceN" -> several(array);
      default -> named(family.getName());
    };
  }

  private static @Nullable COSBase named(String name) {
    return switch (name) {
      case "G", "CalGray" -> COSName.DEVICEGRAY;
      case "RGB", "CalRGB" -> COSName.DEVICERGB;
      case "CMYK", "CalCMYK" -> COSName.DEVICECMYK;
      default -> DEVICES.contains(name) ? COSName.getPDFName(name) : null;
    };
  }

  private @Nullable COSBase inner(COSArray array, int index) {
    return index < array.size()
        ? rebuild.copier.now(array.get(index), new Shape.Special("ColorSpace"))
        : null;
  }

  private @Nullable COSBase function(COSArray array, int index) {
    return index < array.size()
        ? rebuild.copier.now(array.get(index), new Shape.Special("Function"))
        : null;
  }

  private static COSArray of(COSBase... parts) {
    return new COSArray(Arrays.asList(parts));
  }

  private COSBase calibrated(COSName family, COSArray array) {
    COSBase parameters = array.size() > 1 ? array.getObject(1) : null;
    return of(
        family,
        rebuild.copier.dictionary(
            parameters instanceof COSDictionary dictionary ? dictionary : new COSDictionary(),
            "CalColor"));
  }

  private @Nullable COSBase profile(COSArray array) {
    if (array.size() < 2 || !(array.getObject(1) instanceof COSStream stream)) {
      return null;
    }
    COSBase reference = profile(stream);
    if (reference != null) {
      return of(COSName.ICCBASED, reference);
    }
    int components = stream.getInt(COSName.N, 0);
    COSBase alternate =
        rebuild.copier.now(stream.getItem(COSName.ALTERNATE), new Shape.Special("ColorSpace"));
    return alternate != null && components(alternate) == components
        ? alternate
        : device(components);
  }

  /// A colour profile; nothing when it is not one of as many components as it says.
  @Nullable COSBase profile(COSStream stream) {
    COSBase known = rebuild.copier.known(stream, PROFILE);
    if (known != null) {
      return known;
    }
    int components = stream.getInt(COSName.N, 0);
    byte[] profile = IccProfile.rebuilt(rebuild.streams.plain(stream, rebuild.place()), components);
    if (profile.length == 0) {
      return null;
    }
    COSDictionary copy = new COSDictionary();
    copy.setInt(COSName.N, components);
    COSBase range =
        rebuild.copier.now(stream.getItem(COSName.RANGE), new Shape.Numbers(components * 2));
    if (range != null) {
      copy.setItem(COSName.RANGE, range);
    }
    COSBase alternate = device(components);
    if (alternate != null) {
      copy.setItem(COSName.ALTERNATE, alternate);
    }
    COSBase reference = rebuild.output.addDeflated(copy, profile);
    rebuild.copier.learn(stream, PROFILE, reference);
    return reference;
  }

  static @Nullable COSBase device(int components) {
    return switch (components) {
      case 1 -> COSName.DEVICEGRAY;
      case 3 -> COSName.DEVICERGB;
      case 4 -> COSName.DEVICECMYK;
      default -> null;
    };
  }

  private @Nullable COSBase indexed(COSArray array) {
    COSBase base = inner(array, 1);
    if (base == null || array.size() < 4 || !(array.getObject(2) instanceof COSNumber high)) {
      return null;
    }
    int most = Math.clamp(high.intValue(), 0, 255);
    byte[] table =
        switch (array.getObject(3)) {
          case COSString string -> string.getBytes();
          case COSStream stream -> rebuild.streams.plain(stream, rebuild.place());
          case null, default -> new byte[0];
        };
    int size = (most + 1) * Math.max(1, components(base));
    return of(
        COSName.INDEXED,
        base,
        COSInteger.get(most),
        new COSString(Arrays.copyOf(table, size), true));
  }

  private COSBase pattern(COSArray array) {
    COSBase base = inner(array, 1);
    return base == null ? COSName.PATTERN : of(COSName.PATTERN, base);
  }

  private @Nullable COSBase separation(COSArray array) {
    COSBase alternate = inner(array, 2);
    COSBase tint = function(array, 3);
    if (alternate == null || tint == null || !(array.getObject(1) instanceof COSName colorant)) {
      return null;
    }
    return of(COSName.SEPARATION, colorant, alternate, tint);
  }

  private @Nullable COSBase several(COSArray array) {
    COSBase alternate = inner(array, 2);
    COSBase tint = function(array, 3);
    if (alternate == null
        || tint == null
        || !(array.getObject(1) instanceof COSArray names)
        || names.size() > MAX_COMPONENTS) {
      return null;
    }
    COSArray colorants = new COSArray();
    for (int i = 0; i < names.size(); i++) {
      if (!(names.getObject(i) instanceof COSName name)) {
        return null;
      }
      colorants.add(name);
    }
    return of(COSName.DEVICEN, colorants, alternate, tint);
  }

  /// How many components a colour of a copied space has; 0 when there is no telling.
  int components(@Nullable COSBase space) {
    COSBase value = rebuild.output.value(space);
    if (value instanceof COSName name) {
      return switch (name.getName()) {
        case "DeviceGray" -> 1;
        case "DeviceRGB" -> 3;
        case "DeviceCMYK" -> 4;
        default -> 0;
      };
    }
    if (!(value instanceof COSArray array) || !(array.get(0) instanceof COSName family)) {
      return 0;
    }
    return switch (family.getName()) {
      case "CalGray", "Indexed", "Separation" -> 1;
      case "CalRGB", "Lab" -> 3;
      case "DeviceN" -> array.get(1) instanceof COSArray names ? names.size() : 0;
      case "ICCBased" ->
          rebuild.output.value(array.get(1)) instanceof COSDictionary profile
              ? profile.getInt(COSName.N, 0)
              : 0;
      default -> 0;
    };
  }
}
