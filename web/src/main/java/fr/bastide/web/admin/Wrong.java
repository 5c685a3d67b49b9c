package fr.bastide.web.admin;

import fr.bastide.kernel.Text;

/// What is wrong with a form that is shown again.
///
/// @param field the field concerned; empty when it is the whole
/// @param text what is wrong and what to do
public record Wrong(String field, Text text) {}
