package fr.bastide.web.admin;

/// What was typed to invite somebody.
public record GuestDraft(
    String email, String role, String provider, String providerRole, String language) {}
