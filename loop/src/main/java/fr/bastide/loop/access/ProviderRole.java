package fr.bastide.loop.access;

/// What a person does for a provider.
public enum ProviderRole {
  /// Assesses bodies on site.
  AUDITOR,
  /// Chooses, installs and watches.
  INTEGRATOR,
  /// Reads alerts day and night.
  SOC_ANALYST,
  /// Makes a product; works under an integrator's mandate.
  VENDOR
}
