package fr.bastide.incident.message;

/// To whom a message speaks.
public enum Audience {
  VICTIM,
  PRESS,
  RESIDENTS,
  AGENTS,
  PARTNERS
}
