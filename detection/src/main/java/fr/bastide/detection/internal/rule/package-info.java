/// How Sigma documents become rules: YAML, values and modifiers, conditions, regular expressions.
@NullMarked
package fr.bastide.detection.internal.rule;

import org.jspecify.annotations.NullMarked;
