package fr.bastide.web.plan;

import fr.bastide.kernel.Text;

/// What is wrong with a field.
public record WrongField(String field, Text text) {}
