package fr.bastide.web.admin;

/// What was typed to add a firm.
public record ProviderDraft(String name, String siren, String city) {}
