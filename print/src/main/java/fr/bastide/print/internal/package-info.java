/// How reports are made: words, templates, fonts, paper.
@NullMarked
package fr.bastide.print.internal;

import org.jspecify.annotations.NullMarked;
