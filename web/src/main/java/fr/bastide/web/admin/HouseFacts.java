package fr.bastide.web.admin;

/// How the house is doing.
///
/// @param version the version of Bastide
/// @param java the version of Java it runs on
/// @param directory where it keeps everything
/// @param embedded whether the database is its own
/// @param bodies how many bodies the register holds
/// @param letters how many letters wait
/// @param mailServer whether letters can leave at all
/// @param entries how long the journal is
public record HouseFacts(
    String version,
    String java,
    String directory,
    boolean embedded,
    long bodies,
    long letters,
    boolean mailServer,
    long entries) {}
