package fr.bastide.detection.stix;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The full names of registry hives: STIX takes no short ones.
final class RegistryHives {

  private static final Map<String, String> HIVES = new LinkedHashMap<>();

  static {
    HIVES.put("HKLM", "HKEY_LOCAL_MACHINE");
    HIVES.put("HKCU", "HKEY_CURRENT_USER");
    HIVES.put("HKCR", "HKEY_CLASSES_ROOT");
    HIVES.put("HKCC", "HKEY_CURRENT_CONFIG");
    HIVES.put("HKU", "HKEY_USERS");
    HIVES.put("\\REGISTRY\\MACHINE", "HKEY_LOCAL_MACHINE");
    HIVES.put("\\REGISTRY\\USER", "HKEY_USERS");
  }

  private RegistryHives() {}

  /// The key with its hive in full; empty when it begins with no hive.
  static Optional<String> expand(String key) {
    String upper = key.toUpperCase(Locale.ROOT);
    for (Map.Entry<String, String> hive : HIVES.entrySet()) {
      if (begins(upper, hive.getKey())) {
        return Optional.of(hive.getValue() + key.substring(hive.getKey().length()));
      }
      if (begins(upper, hive.getValue())) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private static boolean begins(String key, String hive) {
    return key.startsWith(hive)
        && (key.length() == hive.length() || key.charAt(hive.length()) == '\\');
  }
}
